# From “New dialog” to the draft: categories, topics, search, a topic's hint.

new-categories =
    <b>New dialog</b>

    Choose a category, or write your question in words and we will find the topic.
new-categories-kept =
    <b>New dialog</b>

    Your message is kept. Choose a category, or search for the topic in words.
new-topics =
    <b>{ $category }</b>

    Choose a topic, or write your question in words.
new-to-categories = ‹ Categories
new-row-topic = { $category } › { $topic }

new-found = Here is what was found. Choose a topic:
new-found-kept =
    Your question seems to be on one of these topics. Choose one, and your message becomes the comment.
new-nothing = No topic found. Put it another way, choose a category{ $rest ->
    [yes] , or “Another question”.
   *[no] {""}.
}
new-nothing-kept = No topic found, but your message is kept. Put it another way, choose a category{ $rest ->
    [yes] , or “Another question”.
   *[no] {""}.
}
new-show-categories = Categories
new-file-kept = The file is kept. Choose a topic, and it will be attached.

new-topic = <b>{ $title }</b>
new-hint = { $hint }
new-hint-link-only = The article may answer this already.
new-article = 📖 Open the article
new-solved = That solved it
new-anyway = Contact support
new-solved-thanks = Glad it is solved! When you need us, press “New dialog”.

new-draft-waiting =
    You have a draft that was not sent{ $title ->
        [none] {" "}(no topic yet)
       *[other] : <b>{ $title }</b>
    }.

    Continue it, or begin anew?
new-continue = Continue the draft
new-anew = Begin anew

# Below what was found, always a way on
new-all-topics = All topics: { $category }
new-other-question = Another question
# On a button: the topic can't be used again yet
new-not-free-yet = { $label } · in { $left }
# To a greeting alone
new-greeted = Hello! Write what happened, in one message or several: we will suggest a topic and pass the question to support.
