#!/usr/bin/env python3
# SPDX-FileCopyrightText: Pullpush contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A forbidden include does not build: proved by trying.

check_includes.py BUILD_FOLDER

For every layer, a file that includes one header of another layer is compiled with exactly the command that compiles
the layer's own files. A forbidden one must stop at a file that is not there, an allowed one must get through the preprocessor.
Layers without a source file yet are named and left out.
"""
import json
import os
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

AREAS = ['ui_today', 'ui_timeline', 'ui_profiles', 'ui_prospects', 'ui_import', 'ui_pipeline']

# layer: (what it is built on and so must be able to include, what it may see as well because that shows it in a header).
# Everything else is forbidden.
TABLE = {
    'base': ([], []),
    'domain': (['base'], []),
    'analytics': (['domain', 'base'], []),
    'report': (['domain', 'analytics', 'base'], []),
    'exchange': (['domain', 'base'], []),
    'storage': (['domain', 'base'], []),
    'session': (['report', 'storage', 'exchange', 'domain', 'base'], ['analytics']),
    'models': (['session', 'domain', 'base'], ['report', 'analytics']),
    'cli': (['session', 'domain', 'base'], ['report', 'analytics']),
    'ui_common': (['domain', 'base'], ['models', 'session', 'report', 'analytics']),
    **{area: (['ui_common', 'domain', 'base'], ['models', 'session', 'report', 'analytics']) for area in AREAS},
    'ui_shell': (['ui_common', 'domain', 'base'], AREAS + ['models', 'session', 'report', 'analytics']),
}
# A header of Qt: the layers that may include it; the others must not find it.
UI = ['ui_common', 'ui_shell'] + AREAS
QT = {
    'QSqlQuery': ({'storage'}, {'storage'}),  # (must, may)
    'QWidget': ({'ui_common'}, set(UI)),
    'QString': (set(TABLE), set(TABLE)),
}


def commands_of(build):
    """layer -> (compiler with its options but without input and output, the folder it runs in)"""
    found = {}
    for entry in json.loads((build / 'compile_commands.json').read_text()):
        words = shlex.split(entry['command'])
        output = words[words.index('-o') + 1]
        layer = next((part[:-4] for part in output.split('/') if part.endswith('.dir')), None)
        if layer in TABLE and layer not in found and '_autogen' not in entry['file']:
            if os.path.basename(words[0]) == 'ccache':
                words = words[1:]
            at = words.index('-o')
            found[layer] = (words[:at], entry['directory'])
    return found


def header_of(build, layer):
    return next((f'{layer}/{path.name}' for path in sorted((build / 'include' / layer / layer).glob('*.h'))), None)


def tries(build, commands):
    """(layer, header, must it be found?) for everything that can be tried, and the layers that cannot yet."""
    absent = [layer for layer in TABLE if layer not in commands or not header_of(build, layer)]
    work = []
    for layer, (built_on, seen) in TABLE.items():
        if layer not in commands:
            continue
        for other in TABLE:
            header = header_of(build, other)
            if header and (other == layer or other in built_on):
                work.append((layer, header, True))
            elif header and other not in seen:
                work.append((layer, header, False))
        for header, (must, may) in QT.items():
            if layer in must or layer not in may:
                work.append((layer, header, layer in must))
    return work, absent


def attempt(folder, commands, number, layer, header, expected):
    """An empty text where the compiler does what is expected, else what it did."""
    options, directory = commands[layer]
    source = Path(folder) / f'try{number}.cpp'
    source.write_text(f'#include <{header}>\n' if '/' not in header else f'#include "{header}"\n')
    run = subprocess.run([*options, '-E', '-o', os.devnull, str(source)], cwd=directory, text=True,
                         capture_output=True, env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    if expected:
        return '' if run.returncode == 0 else f'{layer} cannot include {header}:\n{run.stderr}'
    if run.returncode == 0:
        return f'{layer} can include {header}, which is forbidden'
    absent = (f'{header}: No such file', f"'{header}' file not found")  # as gcc and as clang say it
    return '' if any(words in run.stderr for words in absent) else f'{layer}, {header}: an error of another kind:\n{run.stderr}'


def main(build):
    commands = commands_of(build)
    work, absent = tries(build, commands)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda item: attempt(folder, commands, item[0], *item[1]), enumerate(work))
        failures = [result for result in results if result]
    for failure in failures:
        print(failure)
    if absent:
        print('left out, without a header or a source file yet: ' + ' '.join(absent))
    forbidden = sum(not expected for _, _, expected in work)
    print(f'{forbidden} forbidden and {len(work) - forbidden} allowed includes tried, {len(failures)} went wrong')
    return 1 if failures or not forbidden or forbidden == len(work) else 0


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1]).resolve()))
