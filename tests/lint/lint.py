#!/usr/bin/env python3
# SPDX-FileCopyrightText: Pullpush contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the house that no compiler checks.

lint.py [ROOT]         reads the project (by default the one this file is in), prints FILE:LINE: [rule] what is wrong,
                       and exits 1 where anything is
lint.py --self-test    breaks every rule once in a temporary folder and fails where one of them is not noticed, or
                       where one speaks up on a line that is fine
"""
import os
import re
import sys
import tempfile
from pathlib import Path

TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "README.md", "app", "ui", "resources", "translations", "tests"}
CODE = {".cpp", ".h"}
SCRIPTS = {".py", ".sh"}
TEXT = CODE | SCRIPTS | {".md", ".txt", ".cmake", ".json", ".in", ".sql", ".qrc", ".desktop", ".xml", ".ts"}


class Source:
    """A C++ file in three views of equal length: code with comments and literals blanked, code with comments alone
    blanked, and the texts of its string literals with the line they begin on (adjacent literals are one text)."""

    TOKEN = re.compile(
        r'//[^\n]*|/\*.*?\*/'
        r'|(?P<raw>(?:u8|u|U|L)?R"(?P<mark>[^()\\\s]{0,16})\((?P<rawtext>.*?)\)(?P=mark)")'
        r'|(?P<string>"(?P<text>(?:\\.|[^"\\\n])*)")'
        r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'",
        re.DOTALL)

    def __init__(self, text):
        self.text = text
        code, spoken, self.literals = [], [], []
        last, end_of_literal = 0, -1
        for match in self.TOKEN.finditer(text):
            between = text[last:match.start()]
            code.append(between)
            spoken.append(between)
            blank = re.sub(r'[^\n]', ' ', match.group())
            literal = match.group('rawtext') if match.group('raw') else match.group('text')
            code.append(blank if literal is None else '"' + blank[1:-1] + '"')
            spoken.append(blank if match.group().startswith('/') else match.group())
            if literal is not None:
                gap = text[end_of_literal:match.start()] if end_of_literal >= 0 else 'x'
                if self.literals and re.fullmatch(r'(_s|_L1)?\s*(u8|u|U|L)?', gap):
                    line, start = self.literals[-1]
                    self.literals[-1] = (line, start + literal)
                else:
                    self.literals.append((text.count('\n', 0, match.start()) + 1, literal))
                end_of_literal = match.end()
            last = match.end()
        code.append(text[last:])
        spoken.append(text[last:])
        self.code, self.spoken = ''.join(code), ''.join(spoken)


class Pattern:
    """A rule that a regular expression breaks. view: 'code', 'spoken' (with literals) or 'text' (all)."""

    def __init__(self, name, pattern, says, only='', allowed='', view='code', kinds=CODE):
        self.name, self.says, self.view, self.kinds = name, says, view, kinds
        self.pattern = re.compile(pattern, re.MULTILINE)
        self.only, self.allowed = re.compile(only), re.compile(allowed) if allowed else None

    def applies(self, path):
        return (path.suffix in self.kinds and self.only.match(path.as_posix())
                and not (self.allowed and self.allowed.match(path.as_posix())))

    def faults(self, path, source):
        text = getattr(source, self.view)
        for match in self.pattern.finditer(text):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield text.count('\n', 0, start) + 1, self.says


# The private tables are named where the viewer's filter is, and where they are made.
MESSAGE_HOMES = re.compile(r'app/storage/(visible|migration|schema)\w*\.(cpp|h)$|tests/')
SQL = re.compile(r'\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|FROM|JOIN|CREATE|DROP|ALTER|REFERENCES)\b')
MESSAGE_TABLE = re.compile(r'(?<![\w.:])(live_message|message(?:_(?!id\b|ids\b|count\b)\w+)?)\b(?!\s*\.?\s*_?id\b)')


class MessageTables:
    name = 'message-table'

    @staticmethod
    def applies(path):
        return path.suffix in CODE and not MESSAGE_HOMES.match(path.as_posix())

    @staticmethod
    def faults(path, source):
        for line, text in source.literals:
            # A name that stands alone is the table of a row written in pieces.
            alone = path.as_posix().startswith('app/storage/') and MESSAGE_TABLE.fullmatch(text)
            found = alone or (SQL.search(text) and MESSAGE_TABLE.search(text))
            if found:
                yield line, f'{found.group(1)}: tables of messages are named in app/storage/visible alone'


class Licence:
    name = 'spdx'

    @staticmethod
    def applies(path):
        return path.suffix in CODE | SCRIPTS or path.name in {'run'}

    @staticmethod
    def faults(path, source):
        head = source.text.split('\n')[:4]
        for tag in ('SPDX-FileCopyrightText: Pullpush contributors', 'SPDX-License-Identifier: GPL-3.0-or-later'):
            if not any(line.endswith(tag) for line in head):
                yield 1, f'the line "{tag}" is missing'


# Written in two parts so that this file does not break its own rule.
MACHINE_PATH = r'(?<![\w./$}])/' + r'(?:work|home/\w|root/|Users/\w|farm|mnt/\w|tmp/[a-z])' + r'|\b[A-Z]:\\\\?Users'
# All but the line feed and the tab, also those above ASCII.
CONTROL = r'[\x00-\x08\x0b-\x1f\x7f-\x9f]'
CLOCK = (r'\bcurrent(?:Date|DateTime|DateTimeUtc|Time|MSecsSinceEpoch|SecsSinceEpoch)\s*\('
         r'|\bsystem_clock\s*::\s*now\b|\bgettimeofday\b|\bstd::time\s*\(')
INSTANCE = (r'^[ \t]*(?!return\b|delete\b|co_return\b|else\b)(?:static\s+|inline\s+|\[\[nodiscard\]\]\s*)*'
            r'[A-Za-z_][\w:<>]*(?:\s*[&*]+\s*|\s+[&*]*)(?:\w+::)?instance\s*\(\s*\)\s*(?:const\s*)?(?:noexcept\s*)?[;{\n]')
COLOUR = (r'\bQColor(?:\s+\w+)?\s*[({]\s*(?:u?"|\d|0x|Qt::)|\bQColor::(?:fromRgb|fromString|fromHsl|fromHsv)\w*\s*\(\s*[\d"u]'
          r'|\bqRgba?\s*\(\s*\d|\bQt::(?:dark)?(?:[rR]ed|[gG]reen|[bB]lue|[cC]yan|[mM]agenta|[yY]ellow|[gG]ray)\b'
          r'|\bQt::(?:white|black|lightGray)\b|"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"')

RULES = [
    Pattern('parent-include', r'^\s*#\s*include\s*["<](?:\.\./|[^">\n]*/\.\./)',
            'include by layer: "layer/file.h"', view='spoken'),
    Pattern('qt-module-include', r'^\s*#\s*include\s*[<"]Qt[A-Z]\w*/',
            'include Qt classes without their module: <QString>', view='spoken'),
    Pattern('sql', r'\bQSql\w+|\bsqlite3_\w+', 'SQL is the business of app/storage',
            allowed=r'app/storage/|tests/(?:storage|support|bench)/'),
    Pattern('message-box', r'\bQMessageBox\b', 'errors are shown by ui/common', allowed=r'(?:tests/)?ui/common/'),
    Pattern('clock', CLOCK, 'time is an input: take a Clock or a day', allowed=r'app/base/clock\.|tests/bench/'),
    Pattern('string-connect', r'\b(?:SIGNAL|SLOT)\s*\(', 'connect by pointer to member or lambda'),
    Pattern('instance', INSTANCE, 'no singletons: pass what is needed to the constructor'),
    Pattern('views', r'\bviews\s*::', 'no std::views: a plain loop or a std::ranges algorithm'),
    Pattern('colour', COLOUR, 'colours come from the palette and the roles of ui/common', only=r'app/|ui/',
            allowed=r'ui/common/(?:palette|colou?r)\w*\.', view='spoken'),
    Pattern('future-then', r'\.\s*then\s*\(\s*(?:this|context)\b', 'whenReady, since QFuture::then(context) races'),
    Pattern('wait', r'\bqWait\s*\(', 'wait for a condition: QTRY_VERIFY', only='tests/'),
    Pattern('event-loop', r'\bQEventLoop\b|\bprocessEvents\s*\(', 'no nested event loops', only=r'app/|ui/',
            allowed=r'app/cli/'),
    Pattern('latin1-literal', r'"[^"\n]*[^\x00-\x7F"\n][^"\n]*"_L1', 'what is no ASCII is a u"…"_s: Latin-1 would break it',
            view='spoken'),
    Pattern('control-character', CONTROL, 'a control character, which nobody sees: write it as an escape', view='text',
            kinds=TEXT),
    Pattern('machine-path', MACHINE_PATH, 'a path of one machine', view='text', kinds=TEXT),
    MessageTables,
    Licence,
]


def files_of(root):
    for name in sorted(os.listdir(root)):
        top = root / name
        if top.is_file():
            yield Path(name)
        elif name in TOP_LEVEL or name == '.ci':
            for folder, folders, names in os.walk(top):
                folders.sort()
                folders[:] = [f for f in folders if f != '__pycache__']
                for each in sorted(names):
                    yield (Path(folder) / each).relative_to(root)


def lint(root):
    """The faults of the project in root, as (file, line, rule, what is wrong)."""
    found = []
    for name in sorted(os.listdir(root)):
        if not name.startswith('.') and name not in TOP_LEVEL | {'build'}:
            found.append((name, 1, 'top-level', 'not one of ' + ' '.join(sorted(TOP_LEVEL))))
    for path in files_of(root):
        rules = [rule for rule in RULES if rule.applies(path)]
        if not rules or (root / path).is_symlink():
            continue
        source = Source((root / path).read_text(encoding='utf-8', errors='replace'))
        for rule in rules:
            found += [(path.as_posix(), line, rule.name, says) for line, says in rule.faults(path, source)]
    return found


SPDX = '// SPDX-FileCopyrightText: Pullpush contributors\n// SPDX-License-Identifier: GPL-3.0-or-later\n'
# rule, file, text that breaks it on its last line
BAD = [
    ('parent-include', 'app/domain/a.cpp', '#include "../storage/database.h"'),
    ('parent-include', 'ui/shell/a.h', '#include "models/../storage/database.h"'),
    ('qt-module-include', 'app/models/a.h', '#include <QtCore/QString>'),
    ('qt-module-include', 'tests/base/a.cpp', '# include <QtTest/QTest>'),
    ('sql', 'app/models/a.cpp', 'void f() { QSqlQuery query; }'),
    ('sql', 'app/session/a.cpp', 'int n = sqlite3_changes(handle);'),
    ('message-box', 'ui/pipeline/a.cpp', 'QMessageBox::warning(this, title, text);'),
    ('clock', 'app/analytics/a.cpp', 'auto day = QDate::currentDate();'),
    ('clock', 'ui/timeline/a.cpp', 'auto now = QDateTime::currentDateTimeUtc();'),
    ('clock', 'app/base/b.cpp', 'return QDateTime::currentMSecsSinceEpoch();'),
    ('clock', 'app/base/b.cpp', 'auto t = std::chrono::system_clock::now();'),
    ('string-connect', 'ui/shell/a.cpp', 'connect(a, SIGNAL(clicked()), b, c);'),
    ('instance', 'app/session/a.h', 'class A\n{\n    static A &instance();'),
    ('instance', 'app/session/a.cpp', 'Settings *Settings::instance()\n'),
    ('views', 'app/analytics/a.cpp', 'for (int i : list | std::views::reverse) use(i);'),
    ('views', 'app/analytics/a.cpp', 'auto v = std::ranges::views::all(list);'),
    ('colour', 'ui/pipeline/a.cpp', 'const QColor red(200, 0, 0);'),
    ('colour', 'ui/pipeline/a.cpp', 'pen.setColor(QColor("red"));'),
    ('colour', 'ui/pipeline/a.cpp', 'pen.setColor(Qt::darkGreen);'),
    ('colour', 'ui/common/bar.cpp', 'setStyle(u"#ff8800"_s);'),
    ('future-then', 'app/session/a.cpp', 'future.then(this, [] {});'),
    ('wait', 'tests/ui/a.cpp', 'QTest::qWait(10);'),
    ('event-loop', 'ui/shell/a.cpp', 'QEventLoop loop;'),
    ('latin1-literal', 'app/models/a.cpp', 'auto words = list.join(" · "_L1);'),
    ('control-character', 'ui/pipeline/a.h', '/// As wide as \aplot.'),
    ('control-character', 'tests/x.sh', 'printf "\x1b[1m"'),
    ('control-character', 'README.md', 'a\x7fword'),
    ('machine-path', 'app/cli/a.cpp', 'const char *path = "/' 'home/someone/file";'),
    ('machine-path', 'README.md', 'see /' 'work/notes'),
    ('machine-path', 'tests/x.sh', 'cd /' 'tmp/somewhere'),
    ('message-table', 'app/storage/prospecttable.cpp', 'auto q = u"SELECT body FROM message WHERE id = :id"_s;'),
    ('message-table', 'app/storage/a.cpp', 'auto q = "SELECT 1 FROM prospect p "\n    "JOIN live_message m ON true";'),
    ('message-table', 'app/storage/a.cpp', 'auto q = R"(UPDATE\n  message_fts SET body = 1)";'),
    ('message-table', 'app/storage/a.cpp', 'auto q = u"CREATE INDEX i ON "_s u"message(sent_at)"_s;'),
    ('message-table', 'app/storage/a.cpp', 'const RowSpec spec {u"message"_s, columns};'),
    ('top-level', 'notes.txt', 'Where does this belong?'),
]
GOOD = [
    ('app/session/good.cpp', '// QMessageBox and QSqlQuery and SIGNAL( are words in a comment /* currentDate() */'),
    ('app/session/good2.cpp', 'auto text = "QMessageBox, QDate::currentDate()";  char c = \'"\'; auto more = "views::";'),
    ('app/storage/good3.cpp', 'auto q = u"SELECT message_id, x.message FROM touch"_s;\nauto t = tr("The message is empty.");'),
    ('app/storage/visiblemessages.cpp', 'auto q = u"SELECT body FROM message"_s; QSqlQuery query; sqlite3_open(a, b);'),
    ('app/base/clock.cpp', 'return QDateTime::currentMSecsSinceEpoch();'),
    ('ui/common/notifier.cpp', 'QMessageBox box(this);'),
    ('ui/common/palette.cpp', 'const QColor amber("#ffb000");'),
    ('ui/shell/good.cpp', 'auto *app = QCoreApplication::instance();\n    return QCoreApplication::instance();\n'
                          'QColor c = palette().color(QPalette::Text); auto grouped = 1\'000\'000; pen.setColor(Qt::transparent);'),
    ('tests/storage/good.cpp', 'QSqlDatabase db; auto q = u"SELECT * FROM message"_s;'),
    ('ui/pipeline/good.h', '/// As wide as \\a plot; \t a tab, and a no-break\u00a0space, are none.'),
    ('tests/lint/good.txt', 'https://example.org/home/page and build/home/x'),
]


def self_test():
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)

        def faults(name, text):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text((SPDX if path.suffix in CODE else '# ' + SPDX.replace('\n//', '\n#')[3:]) + text, encoding='utf-8')
            result = lint(root)
            path.unlink()
            return result

        for rule, name, text in BAD:
            found = faults(name, text)
            if [(f, r) for f, _, r, _ in found] != [(name, rule)]:
                failures.append(f'{rule}: {text!r} in {name} gave {found}')
        for name, text in GOOD:
            found = faults(name, text)
            if found:
                failures.append(f'{text!r} in {name} gave {found}')
        (root / 'app').mkdir(exist_ok=True)
        (root / 'app/bare.h').write_text('#pragma once\n')
        if [r for _, _, r, _ in lint(root)] != ['spdx', 'spdx']:
            failures.append(f'spdx: a bare header gave {lint(root)}')
    names = {rule.name for rule in RULES} | {'top-level'}
    tried = {rule for rule, _, _ in BAD} | {'spdx'}
    if names != tried:
        failures.append(f'rules that nothing breaks: {names ^ tried}')
    for failure in failures:
        print(failure)
    print(f'{len(BAD) + 1} faults and {len(GOOD)} clean texts tried, {len(failures)} of them judged wrongly')
    return 1 if failures else 0


def main(arguments):
    if arguments == ['--self-test']:
        return self_test()
    root = Path(arguments[0] if arguments else Path(__file__).parent.parent.parent).resolve()
    found = lint(root)
    for name, line, rule, says in found:
        print(f'{name}:{line}: [{rule}] {says}')
    if not any(True for path in files_of(root) if path.suffix in CODE):
        print(f'nothing to read in {root}')
        return 1
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
