#!/usr/bin/python3
# SPDX-FileCopyrightText: Pullpush contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program in a real X display, used as a screen reader uses it.

window.py PROGRAM      starts a display, a session bus and a window manager, and plays every scenario in them

Everything a person can act on must have a name, on every page that a scenario comes to. The program starts with an
empty home folder and must end with status 0.
"""
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SECONDS = 30  # how long to wait for what must come
INTERACTIVE = {'push button', 'toggle button', 'check box', 'radio button', 'combo box', 'entry', 'text', 'spin button',
               'slider', 'menu item', 'page tab', 'table', 'tree', 'tree table', 'list', 'date editor', 'chart', 'canvas'}
MANY = 200  # of the rows of a table or list, that many are looked at


# An action that only the area in front has.
OWN_ACTIONS = {'Today': 'Snooze…', 'Calendar': 'New post', 'Profiles': 'New draft', 'Prospects': 'Find duplicates…', 'Pipeline': 'Show as a table'}


class Window:
    def __init__(self, program, *arguments):
        self.process = subprocess.Popen([program, *arguments])
        self.root = self.wait(self.application, 'the program showed no window')

    def application(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with status {self.process.returncode}')
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            try:
                if child and child.get_process_id() == self.process.pid and child.get_child_count():
                    return child
            except GLib.Error:
                continue  # it went while we looked
        return None

    @staticmethod
    def wait(look, otherwise):
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            found = look()
            if found:
                return found
            time.sleep(0.1)
        raise AssertionError(otherwise)

    def objects(self, node=None):
        """(object, role, name) of everything there is, depth first."""
        node = node or self.root
        try:
            count = node.get_child_count()
            if node.get_role_name() in ('table', 'tree', 'tree table', 'list'):
                count = min(count, MANY)
        except GLib.Error:
            return
        for index in range(count):
            try:
                child = node.get_child_at_index(index)
                if child is None:
                    continue
                found = child, child.get_role_name(), child.get_name() or ''
            except GLib.Error:
                continue
            yield found
            yield from self.objects(child)

    @staticmethod
    def shown(node):
        try:
            return node.get_state_set().contains(Atspi.StateType.SHOWING)
        except GLib.Error:
            return False

    def find(self, name, *roles, hidden=False):
        """The object of that name, once it is there and (unless hidden is said) on the screen."""
        def look():
            return next((node for node, role, its in self.objects()
                         if its == name and (not roles or role in roles) and (hidden or self.shown(node))), None)
        return self.wait(look, f'there is no {" or ".join(roles) or "object"} "{name}"')

    def press(self, name, *roles, hidden=False):
        self.act(self.find(name, *roles, hidden=hidden))

    @staticmethod
    def act(node):
        action = node.get_action_iface()
        names = [action.get_action_name(i) for i in range(action.get_n_actions())]
        wanted = next((i for i, each in enumerate(names) if each in ('Press', 'Toggle', 'press', 'toggle')), 0)
        action.do_action(wanted)

    def press_mark(self):
        """The first mark of the chart on the screen."""
        def look():
            return next((node for chart, role, _ in self.objects() if role == 'chart' and self.shown(chart)
                         for node, its, _ in self.objects(chart) if its == 'push button'), None)
        self.act(self.wait(look, 'no chart has a mark'))

    def write(self, name, text):
        self.find(name, 'text').get_editable_text_iface().set_text_contents(text)

    def expect_all_named(self, page):
        unnamed = [f'{role} in {self.way_to(node)}' for node, role, name in self.objects()
                   if role in INTERACTIVE and not name.strip() and self.shown(node)]
        assert not unnamed, f'{page}: without a name:\n  ' + '\n  '.join(unnamed)
        print(f'{page}: everything has a name')

    @staticmethod
    def way_to(node):
        steps = []
        while (node := node.get_parent()) is not None and len(steps) < 4:
            steps.append(f'{node.get_role_name()} "{node.get_name()}"')
        return ' < '.join(steps)

    def quit(self):
        self.press('Quit', 'menu item', hidden=True)
        status = self.process.wait(SECONDS)
        assert status == 0, f'the program ended with status {status}'


def start_page(program):
    """Without a workspace, the window offers the ways to one."""
    window = Window(program)
    for name in ('Explore the sample', 'New workspace…', 'Open…'):
        window.find(name, 'push button')
    window.expect_all_named('start page')
    window.quit()


def areas(program):
    """The sample in all five areas, with the inspector: everything has a name, the figures are there."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = f'{folder}/sample.pullpush'
        subprocess.run([program, 'init', workspace, '--sample', '--zone', 'UTC'], check=True, capture_output=True)
        window = Window(program, workspace)
        for name, own in OWN_ACTIONS.items():
            window.press(name, 'radio button')
            window.find(own, 'menu item', hidden=True)
            time.sleep(1)
            window.expect_all_named(name)
        window.press('Calendar', 'radio button')
        window.press('New post', 'menu item', hidden=True)
        time.sleep(1)
        window.expect_all_named('composer')
        window.quit()


def way_back(program):
    """From a mark of a chart to those behind it, and back to the chart."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = f'{folder}/sample.pullpush'
        subprocess.run([program, 'init', workspace, '--sample', '--zone', 'UTC'], check=True, capture_output=True)
        window = Window(program, workspace)
        window.press('Pipeline', 'radio button')
        window.press_mark()
        window.find('Show all prospects again', 'push button')
        window.expect_all_named('people behind a mark')
        window.press('Back to the chart', 'push button')
        window.find(OWN_ACTIONS['Pipeline'], 'menu item', hidden=True)
        window.press('Prospects', 'radio button')
        window.find('Back to the chart', 'push button')
        window.quit()


def import_page(program):
    """A file of leads, by the file dialog to the mapping page and into the list."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = f'{folder}/empty.pullpush'
        subprocess.run([program, 'init', workspace, '--zone', 'UTC'], check=True, capture_output=True)
        leads = Path(folder) / 'leads.csv'
        leads.write_text('lead;name;first contact;won\n'
                         'a1;Ina Berg;2026-01-02;2026-02-01\n'
                         'a2;Otis Lane;2026-01-03;\n', encoding='utf-8')
        window = Window(program, workspace)
        window.press('Import…', 'menu item', hidden=True)
        window.write('File name:', str(leads))
        window.press('Open', 'push button')
        window.find('first contact', 'label')
        time.sleep(1)
        window.expect_all_named('mapping page')
        window.press('Import', 'push button')
        window.find('Show these prospects', 'push button')
        window.expect_all_named('outcome of an import')
        window.press('Show these prospects', 'push button')
        window.find('Ina Berg, Cold', 'table cell')
        window.quit()


def plan_import(program):
    """A file of posts, by the file dialog to its mapping page and into the calendar."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = f'{folder}/empty.pullpush'
        subprocess.run([program, 'init', workspace, '--zone', 'UTC'], check=True, capture_output=True)
        plan = Path(folder) / 'plan.csv'
        plan.write_text('caption,platform,date,time\nRye is here,x,2027-03-02,09:30\n', encoding='utf-8')
        window = Window(program, workspace)
        window.press('Import…', 'menu item', hidden=True)
        window.write('File name:', str(plan))
        window.press('Open', 'push button')
        window.find('caption', 'label')
        time.sleep(1)
        window.expect_all_named('mapping page of a plan')
        window.press('Import', 'push button')
        window.press('Show in the calendar', 'push button')
        window.find('09:30, Rye is here, X, draft', 'list item')
        window.press('Export plan…', 'menu item', hidden=True)
        time.sleep(1)
        window.expect_all_named('export page')
        window.quit()


SCENARIOS = [start_page, areas, way_back, import_page, plan_import]


def play(program):
    failed = 0
    for scenario in SCENARIOS:
        try:
            scenario(program)
            print(f'{scenario.__name__}: passed')
        except (AssertionError, subprocess.TimeoutExpired) as problem:
            failed += 1
            print(f'{scenario.__name__}: FAILED: {problem}')
    return 1 if failed else 0


@contextlib.contextmanager
def display(environment):
    """The name of a display that takes connections, and goes on taking them when its last client has gone."""
    reading, writing = os.pipe()
    server = subprocess.Popen(['Xvfb', '-displayfd', str(writing), '-noreset', '-nolisten', 'tcp', '-screen', '0', '1280x800x24'],
                              pass_fds=(writing,), env=environment, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        if not number:
            sys.exit('Xvfb gave no display')
        yield f':{number}'
    finally:
        server.terminate()
        server.wait()


def with_desktop(program):
    """Plays in a display of its own; the folders of the person who runs the tests stay as they are."""
    for need in ('Xvfb', 'dbus-run-session', 'openbox'):
        if not shutil.which(need):
            sys.exit(f'{need} is missing: sh app/install.sh test')
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / 'run').mkdir(mode=0o700)
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith(('XDG_', 'QT_', 'WAYLAND_')) and key != 'DISPLAY'}
        environment |= {'HOME': home, 'XDG_RUNTIME_DIR': f'{home}/run', 'LC_ALL': 'C.UTF-8', 'NO_AT_BRIDGE': '0',
                        'QT_QPA_PLATFORM': 'xcb', 'QT_LINUX_ACCESSIBILITY_ALWAYS_ON': '1'}
        with display(environment) as name:
            return subprocess.run(['dbus-run-session', '--', sys.executable, '-W', 'ignore', __file__, '--play', program],
                                  env=environment | {'DISPLAY': name}).returncode


if __name__ == '__main__':
    if sys.argv[1] != '--play':
        sys.exit(with_desktop(os.path.abspath(sys.argv[1])))
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
    helpers = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for command in
               (['openbox'], ['/usr/libexec/at-spi-bus-launcher', '--launch-immediately'])]
    try:
        result = play(sys.argv[2])
    finally:
        for helper in helpers:
            helper.terminate()
    sys.exit(result)
