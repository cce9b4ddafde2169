# Answers that helped before

similar-which = Similar answers: press one to read it.
similar-none = There are no similar answers yet, neither canned ones nor earlier ones on this topic.
similar-row = { $rating ->
    [none] {""}
   *[other] { $rating }★ ·{" "}
}{ $text }
similar-preview = <b>Answer of { $day }</b>{ $rating ->
    [none] {""}
   *[other] {" "}· { $rating }★
}

    { $text }
similar-preview-long = <b>Answer of { $day }</b>{ $rating ->
    [none] {""}
   *[other] {" "}· { $rating }★
}

    <code>{ $text }</code>

    Tap the text to copy it.
similar-gaps = ⚠️ “…” stands for other people’s names and numbers. Copy the answer and fill it in.
refusal-suggestion-gone = This answer is gone. Choose another: { COMMAND("similar") }
