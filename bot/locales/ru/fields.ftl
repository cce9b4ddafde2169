# Fields of a topic: on the draft's card, to agents, in the catalogue

draft-field = <b>{ $title }{ $required ->
    [yes] {" "}*
   *[no] {""}
}</b>: { $value }
draft-ask-field = ✍️ { $title }: { $kind ->
    [number] напишите цифрами.
    [date] напишите дату, например 24.11.2026.
    [amount] напишите сумму, например 1234,56.
   *[text] напишите здесь.
}
draft-field-change = ✏️ { $title }
draft-field-skip = Пропустить: { $title }
dialog-field = { $title }: { $value }
card-field = { $title }: <code>{ $value }</code>
export-fields = Другие поля
refusal-field-wrong = { $reason ->
    [number] «{ $field }»: здесь только цифры, до 20. Проверьте и пришлите ещё раз.
    [date] «{ $field }»: здесь нужна дата из календаря, например 24.11.2026.
    [future] «{ $field }»: этот день ещё не наступил. Проверьте дату.
    [amount] «{ $field }»: здесь нужна сумма, например 1234,56.
    [long] «{ $field }»: слишком длинно, здесь помещается 200 знаков. Подробности пришлите следом, они станут комментарием.
   *[pattern] «{ $field }»: здесь другой формат. Проверьте и пришлите ещё раз.
}
catalogue-field-fields = Поле: <code>{ $value }</code>
catalogue-change-fields = Поля
catalogue-ask-fields = ⌨️ Пришлите поля, которые заполняет продавец, по одному в строке:
    <code>ключ | название по-русски | название по-английски | вид | * | шаблон</code>
    Вид: text, number, date или amount. Звёздочка — поле обязательное, шаблон — регулярное выражение; без них можно обойтись. Например: <code>supply | Номер поставки | Supply number | number | *</code>. «-» уберёт все поля.
catalogue-bad-fields = Эта строка не похожа на поле: <code>{ $line }</code>. Нужно так: <code>supply | Номер поставки | Supply number | number | *</code>
catalogue-error-not-one-of = в поле { $field } стоит «{ $value }», а бывает: { $known }.
catalogue-error-bad-pattern = шаблон «{ $value }» в поле { $field } не годится: это не регулярное выражение, или в нём повторяется группа.
catalogue-error-field-keys = в поле { $field } ключ встречается дважды.
