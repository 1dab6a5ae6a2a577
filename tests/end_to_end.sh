#!/usr/bin/env bash
# The release binary in a real window: open a sample through the file dialog, change a value by keyboard, undo, redo, close, open
# again, find the state. What is on disk is asked of the workspace file; what is seen is kept as pictures.
#
# usage: end_to_end.sh BINARY OUTDIR     needs xvfb openbox xdotool imagemagick zenity and a software driver (see .ci/run)
set -euo pipefail
binary=$(realpath "$1")
out=$2
samples=$(realpath "$(dirname "$0")/../assets/samples")
rm -rf "$out"; mkdir -p "$out/home/data" "$out/run"; out=$(realpath "$out"); chmod 700 "$out/run"
workspace=$out/briefings.tongbao
# A keyboard without Chinese characters can type this name.
briefing=$out/briefing.txt
cp "$samples/2022-10-11-第12场.txt" "$briefing"

fail() { echo "end to end: $*"; import -window root "$out/failed.png" 2>/dev/null || true; tail -5 "$out/log" 2>/dev/null || true; exit 1; }
for tool in Xvfb openbox xdotool import zenity python3; do command -v "$tool" >/dev/null || { echo "end to end: $tool is missing"; exit 1; }; done

Xvfb -displayfd 3 -screen 0 1440x900x24 3>"$out/run/display" >/dev/null 2>&1 & server=$!
for _ in $(seq 200); do [ -s "$out/run/display" ] && break; sleep 0.05; done
DISPLAY=:$(cat "$out/run/display"); export DISPLAY
export HOME=$out/home XDG_RUNTIME_DIR=$out/run XDG_DATA_HOME=$out/home/data XDG_CONFIG_HOME=$out/home/config XDG_CACHE_HOME=$out/home/cache
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
openbox >/dev/null 2>&1 & manager=$!
program=
finish() { for p in $program $manager $server; do kill "$p" 2>/dev/null || true; done; wait 2>/dev/null || true; }
trap finish EXIT

# Waits until a command succeeds; the machine may be slow.
until_true() { for _ in $(seq 240); do if "$@" >/dev/null 2>&1; then return 0; fi; sleep 0.25; done; return 1; }
window_of() { xdotool search --onlyvisible --pid "$program" 2>/dev/null | tail -1; }
has_window() { [ -n "$(window_of)" ]; }
start() {
  "$binary" --workspace "$workspace" >"$out/log" 2>&1 & program=$!
  until_true has_window || fail "no window"
  xdotool windowactivate --sync "$(window_of)"; sleep 1.5
}
key() { xdotool key --clearmodifiers --delay 60 "$@"; sleep 0.4; }
shot() { import -window root "$out/$1.png"; }
# Answers of the workspace file: how many documents, and the journal's verbs in order.
asked() { python3 - "$workspace" "$1" <<'PY'
import sqlite3, sys
db = sqlite3.connect("file:%s?mode=ro" % sys.argv[1], uri=True)
print(",".join(str(row[0]) for row in db.execute({"documents": "select count(*) from documents", "verbs": "select verb from journal order by seq", "edit": "select edit from journal where verb = 'do' order by seq desc limit 1"}[sys.argv[2]])))
PY
}
documents_are() { [ "$(asked documents)" = "$1" ]; }
verbs_are() { [ "$(asked verbs)" = "$1" ]; }

start
shot 1-empty
key ctrl+o
dialog() { xdotool search --onlyvisible --class zenity; }
until_true dialog || fail "no file dialog"
sleep 1
xdotool windowactivate --sync "$(dialog | tail -1)"
# A path can be typed into the dialog: the slash opens its field, which takes a moment.
xdotool type "/"
sleep 1
xdotool type --delay 30 "${briefing#/}"
sleep 1
shot 2-dialog
xdotool key Return
until_true documents_are 1 || fail "the briefing was not opened ($(asked documents) documents)"
sleep 1
shot 3-opened

key n
# A first frame on a loaded machine can take longer than a pause between two keys; a person would then try again.
for _ in 1 2 3; do
  key F2; sleep 1
  xdotool type --delay 40 "1234"
  key Return
  for _ in $(seq 20); do verbs_are do && break 2; sleep 0.25; done
  key Escape; key n; sleep 2
done
verbs_are do || fail "the correction is not on disk (journal: $(asked verbs))"
asked edit | grep -q 1234 || fail "the journal does not hold the typed value: $(asked edit)"
shot 4-corrected
key ctrl+z
until_true verbs_are do,undo || fail "undo is not on disk (journal: $(asked verbs))"
shot 5-undone
key ctrl+shift+z
until_true verbs_are do,undo,redo || fail "redo is not on disk (journal: $(asked verbs))"
shot 6-redone
key ctrl+2
sleep 1
shot 7-charts
key ctrl+1

xdotool windowclose "$(window_of)" 2>/dev/null || true
gone() { ! kill -0 "$program" 2>/dev/null; }
until_true gone || fail "the window does not close"
program=

start
documents_are 1 || fail "the document is gone after a restart"
shot 8-reopened
# The steps of before the restart can still be taken back.
key ctrl+z
until_true verbs_are do,undo,redo,undo || fail "nothing to undo after a restart (journal: $(asked verbs))"
shot 9-undone-after-restart
key ctrl+q
until_true gone || fail "the program does not quit"
program=
[ "$(python3 -c 'import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute("pragma integrity_check").fetchone()[0])' "$workspace")" = ok ] || fail "the workspace file is damaged"
echo "end to end: opened through the dialog, corrected, undone, redone, closed, reopened, undone; pictures in $out"
