#!/usr/bin/python3
# SPDX-FileCopyrightText: Pullpush contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the English plural forms of texts such as "%n post(s)" into a .ts file.

plurals.py FILE.ts            fills what is unfinished; exit 1 names what it cannot tell
plurals.py --check FILE.ts    exit 1 names what is unfinished or still has a bracket
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

NOUNS = {'person(s)': 'people'}
VERBS = {'were': 'was', 'are': 'is', 'have': 'has', 'do': 'does'}
ENDINGS = re.compile(r'(\w+)\((s|es)\)')


def forms(source):
    """The forms for one and for many."""
    one = re.sub(r'\((?:s|es)\) (were|are|have|do)\b', lambda match: ' ' + VERBS[match[1]], source)
    many = source
    for noun, plural in NOUNS.items():
        many = many.replace(noun, plural)
    return ENDINGS.sub(r'\1', one), ENDINGS.sub(r'\1\2', many)


def main(arguments):
    check = arguments[0] == '--check'
    path = arguments[-1]
    tree = ElementTree.parse(path)
    wrong = []
    for message in tree.getroot().iter('message'):
        source = message.findtext('source')
        translation = message.find('translation')
        numerus = translation.findall('numerusform')
        if not check and translation.get('type') == 'unfinished':
            for form, text in zip(numerus, forms(source)):
                form.text = text
            del translation.attrib['type']
        texts = [form.text or '' for form in numerus]
        if translation.get('type') == 'unfinished' or any(not text or re.search(r'\w\(\w+\)', text) for text in texts):
            wrong.append(source)
    if not check:
        text = ElementTree.tostring(tree.getroot(), encoding='unicode')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + text + '\n')
    for source in wrong:
        print(source)
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
