# “My data”: all of one's dialogs as a file, or deleted.

mydata-what = { $count ->
    [0] <b>My data</b>

        You have no dialogs yet: there is nothing to download or delete.
   *[other] <b>My data</b>

        We keep your dialogs ({ $count }) with messages and ratings. You can download them as one file or delete them for good.
}
mydata-take = 📥 Download
mydata-erase = Delete all
mydata-sure = Delete all dialogs ({ $count }) with messages and ratings? They can't be brought back. Messages already in Telegram chats stay there.
mydata-erase-yes = Yes, delete
mydata-erase-no = Keep them
mydata-kept = Fine, nothing was changed.
mydata-erased = Done: all your dialogs ({ $count }) and data about you are deleted.
mydata-file-name = dialogs.txt
mydata-file-ready = Your dialogs: { $count }

mydata-file-title = Dialogs: { $count }. Taken { $at }
mydata-file-dialog =
    Dialog #{ $number }
    { $category } › { $topic }
    { $status }
    Created: { $created }
mydata-file-rating = Your rating: { $stars }
mydata-file-comment = Comment on the rating: { $comment }
mydata-file-you = [{ $at }] You
mydata-file-support = [{ $at }] Support
mydata-file-reaction = { $side ->
    [seller] Support's reaction: { $emoji }
   *[agent] Your reaction: { $emoji }
}
