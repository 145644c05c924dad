# shellcheck shell=bash
# What the measurements share. They source it; each may also be run alone, and src/bench/run runs all of them.
#
# Rows of the table go to the standard output, everything else to the standard error.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck disable=SC2034 # those who source this use it
rounds=${1:-5}
seconds=${2:-5}
work=$(mktemp -d)
chmod 711 "$work"
mkdir "$work/figures"
apps=${BENCH_APPS:-$work/apps}
pids=()

finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2> /dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say() { echo "$*" >&2; }
fail() { say "$*"; exit 1; }

# needs TOOL PACKAGE: whether it is there, or a word on how to get it
needs() { command -v "$1" > /dev/null || { say "$1 is missing (Debian: apt-get install $2)"; return 1; }; }

# skipped WHAT WHY: the row of something that cannot be measured here
skipped() { say "skipped: $1: $2"; echo "| $1 | not measured: $2 | | | | | |"; }

# copied DIRECTORY: the project without what was built, so that target/ stays as it is
copied() { mkdir -p "$1" && tar -cf - --exclude=./target --exclude=./.git --exclude=./data . | tar -xf - -C "$1"; }

# app KIND [PROFILE]: packages the service into a directory of its own
app() {
  [ -d "$apps/$1" ] && return
  say "building the service, $1"
  copied "$work/source"
  (cd "$work/source" && ./mvnw -B -ntp -q clean package -Dmaven.test.skip=true ${2:+"$2"} >&2)
  mkdir -p "$apps"
  mv "$work/source/target/quarkus-app" "$apps/$1"
}

# serve LOG URL COMMAND...: runs it in the background until this script ends, and waits until the URL answers
serve() {
  local log=$work/$1 url=$2
  shift 2
  if curl -s -o /dev/null "$url"; then fail "something answers at $url already"; fi
  "$@" > "$log" 2>&1 &
  pids+=($!)
  for _ in $(seq 600); do
    curl -sf -o /dev/null "$url" && return
    kill -0 "${pids[-1]}" 2> /dev/null || break
    sleep 0.1
  done
  cat "$log" >&2
  fail "$url does not answer"
}

# load ARGUMENTS OF WRK...: requests a second over 32 connections; an answer that is an error ends everything
load() {
  local out
  out=$(wrk -t1 -c32 -d"${seconds}s" --timeout 10s "$@")
  if grep -qE 'Non-2xx|Socket errors' <<< "$out"; then fail "$out"; fi
  awk '/Requests\/sec/ {print $2}' <<< "$out"
}

# note NAME COMMAND...: keeps what it measures, and says so
note() {
  local name=$1 figure
  shift
  figure=$("$@")
  [ -n "$figure" ] || fail "$name: nothing was measured"
  echo "$figure" >> "$work/figures/$name"
  say "  $name $figure"
}

median() { sort -g "$work/figures/$1" | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2}'; }

# row WHAT OURS UNIT AGAINST THEIRS SIGN GOAL: OURS and THEIRS are names that were noted, SIGN is ≥ or ≤
row() {
  awk -v what="$1" -v ours="$(median "$2")" -v unit="$3" -v against="$4" -v theirs="$(median "$5")" -v sign="$6" -v goal="$7" \
    'BEGIN {
      ratio = ours / theirs
      reached = sign == "≥" ? ratio >= goal : ratio <= goal
      printf "| %s | %d %s | %s | %d %s | %.2f | %s %.2f | %s |\n",
        what, ours, unit, against, theirs, unit, ratio, sign, goal, reached ? "yes" : "no"
    }'
}

# goal WHAT OURS UNIT SIGN GOAL: a row without a comparison
goal() {
  awk -v what="$1" -v ours="$(median "$2")" -v unit="$3" -v sign="$4" -v goal="$5" \
    'BEGIN {
      reached = sign == "≥" ? ours >= goal : ours <= goal
      printf "| %s | %.1f %s | | | | %s %d %s | %s |\n", what, ours, unit, sign, goal, unit, reached ? "yes" : "no"
    }'
}
