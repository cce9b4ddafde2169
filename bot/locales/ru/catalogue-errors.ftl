# What can be wrong in a catalogue's file (core/catalogue). Names of fields stand as they stand in the file.

catalogue-error-line = Строка { $line }: { $problem }
catalogue-error-more = { $count ->
    [one] …и ещё { $count } ошибка.
    [few] …и ещё { $count } ошибки.
   *[many] …и ещё { $count } ошибок.
}

catalogue-error-alias = ссылки YAML («&имя», «*имя») здесь не нужны: впишите значение целиком.
catalogue-error-bad-key = ключ «{ $value }» не подходит: только строчные латинские буквы, цифры и дефис, не больше 24 знаков.
catalogue-error-bad-link = «{ $value }» в поле { $field } не похоже на ссылку: она начинается с http:// или https://.
catalogue-error-empty = поле { $field } пустое.
catalogue-error-field-twice = поле { $field } встречается дважды.
catalogue-error-key-twice = ключ «{ $value }» уже занят в строке { $before }.
catalogue-error-missing-field = не хватает поля { $field }.
catalogue-error-missing-language = в поле { $field } нет языка { $locale }.
catalogue-error-no-categories = в файле нет ни одной категории.
catalogue-error-no-flag = в поле { $field } стоит «{ $value }», а нужно true или false.
catalogue-error-no-group = «{ $value }» — не группа: её id начинается с минуса, например -1001234567890.
catalogue-error-no-list = в поле { $field } нужен список.
catalogue-error-no-number = в поле { $field } стоит «{ $value }», а нужно целое число.
catalogue-error-no-text = в поле { $field } нужен текст.
catalogue-error-no-topics = ни одной темы продавец не увидит: их нет или все скрыты.
catalogue-error-no-yaml = файл не читается как YAML: { $problem }.
catalogue-error-not-by-language = в поле { $field } нужны значения по языкам: ru и en.
catalogue-error-not-fields = здесь ждали поля записи ({ $field }), а стоит другое.
catalogue-error-title-twice = название «{ $value }» уже есть в строке { $before }.
catalogue-error-too-deep = слишком глубокая вложенность: больше { $limit } уровней.
catalogue-error-too-large = файл слишком велик: { $size } знаков, а можно { $limit }.
catalogue-error-too-long = поле { $field } слишком длинное: { $length } знаков, а можно { $limit }.
catalogue-error-too-many = слишком много записей в поле { $field }: { $count }, а можно { $limit }.
catalogue-error-unknown-field = поле { $field } здесь не бывает.
catalogue-error-unknown-language = язык { $locale } в поле { $field } боту незнаком: есть ru и en.
catalogue-error-unprintable = знак U+{ $character } не печатается; сохраните файл как UTF-8.
