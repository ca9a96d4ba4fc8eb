#!/bin/sh
# Makes a PostgreSQL cluster of its own in a folder, keeps it running for as long as a process lives, and then takes
# both away, also when that process was killed: keep-cluster.sh FOLDER PORT FOLDER-OF-PROGRAMS PROCESS
folder=$1 port=$2 programs=$3 process=$4
lives() { [ -d "/proc/$1" ] || ps -p "$1" >/dev/null 2>&1; }

# Sorted as no machine sorts texts by itself: an order that is not asked for by name shows.
"$programs/initdb" -D "$folder/data" -U postgres -E UTF8 --locale=C --locale-provider=icu --icu-locale=en-US \
  --no-sync --auth-local=trust --auth-host=scram-sha-256 >"$folder/log" 2>&1
"$programs/postgres" -D "$folder/data" -k "$folder" -p "$port" -c listen_addresses=127.0.0.1 -c fsync=off \
  -c shared_buffers=32MB >>"$folder/log" 2>&1 &
server=$!
while lives "$server" && lives "$process"; do sleep 0.3; done
kill -INT "$server" 2>/dev/null
wait
rm -rf "$folder"
