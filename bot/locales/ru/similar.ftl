# Answers that helped before

similar-which = Похожие ответы: нажмите, чтобы прочитать.
similar-none = Похожих ответов пока нет: ни среди готовых, ни среди прежних по этой теме.
similar-row = { $rating ->
    [none] {""}
   *[other] { $rating }★ ·{" "}
}{ $text }
similar-preview = <b>Ответ от { $day }</b>{ $rating ->
    [none] {""}
   *[other] {" "}· { $rating }★
}

    { $text }
similar-preview-long = <b>Ответ от { $day }</b>{ $rating ->
    [none] {""}
   *[other] {" "}· { $rating }★
}

    <code>{ $text }</code>

    Нажмите на текст, чтобы скопировать его.
similar-gaps = ⚠️ На месте «…» были чужие имена и номера. Скопируйте ответ и впишите нужное.
refusal-suggestion-gone = Этого ответа уже нет. Выберите другой: { COMMAND("similar") }
