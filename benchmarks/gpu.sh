#!/usr/bin/env bash
# Tests, times and trains on a GPU that stands in a machine without .NET: packs all that is needed here, runs it there.
set -euo pipefail
export TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

usage() {
    cat <<'TEXT'
usage: benchmarks/gpu.sh pack DIR [--data FOLDER] [--peer-script FILE] [--images N]
       gpu.sh run [--device cuda|opencl] [--out DIR] [--scale full|small] [--parts LIST] [--limit SECONDS]

pack  with the .NET SDK: publishes the command line, the benchmarks and the tests with the GPU backend, for linux-x64 with their runtime, and puts
      them into DIR/catapult-gpu and DIR/catapult-gpu.tar.xz, with a copy of this script, PyTorch's side of the benchmarks and some of CIFAR-10.
  --data FOLDER       of cifar-10-binary.tar.gz; ../shared/data/cifar-10 when absent, and no data without one
  --peer-script FILE  ../shared/peers/torch_peer.py when absent, and no peer without one
  --images N          training images to pack, at most 10000; 7000 when absent. A seventh as many for testing

run   from the unpacked folder, with neither SDK nor network, Python with PyTorch wanted but not needed: the tests of the device, the benchmarks
      beside PyTorch, a training of ResNet-20, and races of the GPU's ladders. A part that fails or takes too long does not keep the next from running.
  --device KIND       cuda when absent
  --out DIR           for all that is written; out when absent. Its summary.txt ends with the line: done
  --scale small       proves within minutes on a slow device that every part works, and measures nothing
  --parts LIST        some of tests,peers,train,ladders
  --limit SECONDS     for all parts together, shared 3 : 5 : 2 : 1; 540 when absent
TEXT
}

fail() { echo "gpu.sh: $1" >&2; exit 2; }

most_mib=64
record=3073        # bytes of an image of CIFAR-10 and its label
records=10000      # of each file
batches=cifar-10-batches-bin

pack() {
    [[ $# -ge 1 && $1 != -* ]] || fail "pack needs the folder to write to."
    local folder=$1 data=../shared/data/cifar-10 peer=../shared/peers/torch_peer.py images=7000
    shift
    while [[ $# -gt 0 ]]; do
        [[ $# -ge 2 ]] || fail "$1 needs a value."
        case $1 in
            --data) data=$2 ;;
            --peer-script) peer=$2 ;;
            --images) images=$2 ;;
            *) fail "pack has no option $1." ;;
        esac
        shift 2
    done
    [[ $images =~ ^[0-9]{1,5}$ ]] && (( 10#$images >= 7 && 10#$images <= records )) || fail "--images must be a whole number from 7 to $records, not '$images'."

    local root pack
    root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
    mkdir -p "$folder"
    pack=$(cd "$folder" && pwd)/catapult-gpu
    rm -rf "$pack" "$pack.tar.xz"
    mkdir -p "$pack/tests"

    # The tests name both programs, so that publishing them publishes all three, over one runtime.
    dotnet publish "$root/tests" -c Release -r linux-x64 --self-contained -p:UseIlgpu=true -p:StandaloneTests=true -p:DebugType=none \
        --artifacts-path "$root/artifacts/gpu-pack" -o "$pack/bin"
    slim "$pack/bin"
    cp "${BASH_SOURCE[0]}" "$pack/gpu.sh"
    # Where the tests look for their reference values: below the folder of the solution.
    cp "$root/Engine.sln" "$pack"
    cp -r "$root/tests/goldens" "$pack/tests"
    if [[ -f $peer ]]; then cp "$peer" "$pack/torch_peer.py"; else echo "No PyTorch side: there is no file '$peer'." >&2; fi
    if [[ -f $data/cifar-10-binary.tar.gz ]]; then cut_data "$data/cifar-10-binary.tar.gz" "$pack/data" "$images"; else echo "No data: there is no file '$data/cifar-10-binary.tar.gz'." >&2; fi

    tar -C "$folder" -c catapult-gpu | xz -T0 -7 >"$pack.tar.xz"
    local mib=$(( ($(stat -c %s "$pack.tar.xz") + (1 << 20) - 1) >> 20 ))
    (( mib < most_mib )) || fail "$pack.tar.xz has $mib MiB, which must be less than $most_mib; pack fewer images with --images."
    echo "$pack.tar.xz: $mib MiB"
}

# Takes away what neither a test run nor a benchmark of GPUs loads: documentation, debuggers, disassemblers, translations, coverage.
slim() {
    (
        cd "$1"
        rm -rf ./*.xml ./*.pdb ./coverlet.* Microsoft.CodeCoverage amd64 createdump libcapstone.so libmscordbi.so libmscordaccore.so libcoreclrtraceptprovider.so
        find . -mindepth 2 -name '*.resources.dll' -delete
        find . -mindepth 1 -type d -empty -delete
    )
}

# The first images of the first file of training, and those of the test file.
cut_data() {
    mkdir -p "$2"
    local name images=$3
    for name in data_batch_1 test_batch; do
        # head ends before the archive does.
        { tar -xzOf "$1" "$batches/$name.bin" 2>/dev/null || true; } | head -c $(( images * record )) >"$2/$name.bin"
        [[ $(stat -c %s "$2/$name.bin") -eq $(( images * record )) ]] || fail "$1 holds no whole $batches/$name.bin."
        images=$(( images / 7 ))
    done
}

# Files of the full length from the packed images, which repeat: training takes none twice (--limit), and in a test each counts equally often but for the rest.
restore_data() {
    local from=$1 to=$2/$batches name
    mkdir -p "$to"
    for name in data_batch_1 test_batch; do
        while cat "$from/$name.bin"; do :; done 2>/dev/null | head -c $(( records * record )) >"$to/$name.bin"
    done
    for name in 2 3 4 5; do ln -f "$to/data_batch_1.bin" "$to/data_batch_$name.bin"; done
}

run() {
    local device=cuda out=out scale=full parts=tests,peers,train,ladders limit=540
    while [[ $# -gt 0 ]]; do
        [[ $# -ge 2 ]] || fail "$1 needs a value."
        case $1 in
            --device) device=$2 ;;
            --out) out=$2 ;;
            --scale) scale=$2 ;;
            --parts) parts=$2 ;;
            --limit) limit=$2 ;;
            *) fail "run has no option $1." ;;
        esac
        shift 2
    done
    [[ $device == cuda || $device == opencl ]] || fail "--device must be cuda or opencl, not '$device'."
    [[ $scale == full || $scale == small ]] || fail "--scale must be full or small, not '$scale'."
    [[ $parts =~ ^(tests|peers|train|ladders)(,(tests|peers|train|ladders))*$ ]] || fail "--parts must be some of tests,peers,train,ladders, not '$parts'."
    [[ $limit =~ ^[0-9]{2,5}$ ]] || fail "--limit must be a whole number of seconds from 10 to 99999, not '$limit'."

    home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
    [[ -x $home/bin/Catapult.Tests ]] || fail "there are no programs beside it: run the copy in the folder that 'gpu.sh pack' makes."
    mkdir -p "$out"
    out=$(cd "$out" && pwd)
    summary=$out/summary.txt
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    {
        echo "Catapult on $device, scale $scale, parts $parts, $(date -u +%Y-%m-%dT%H:%MZ)"
        "$home/bin/catapult" devices || true
    } 2>&1 | tee "$summary"

    local shares=0 part
    declare -A share=([tests]=3 [peers]=5 [train]=2 [ladders]=1)
    for part in ${parts//,/ }; do shares=$(( shares + share[$part] )); done
    for part in ${parts//,/ }; do run_part "$part" $(( limit * share[$part] / shares )); done
    echo "done" | tee -a "$summary"
}

# Runs a part under its time limit, shows its output and keeps it, and notes how it ended.
run_part() {
    local part=$1 seconds=$2 status=0 start=$SECONDS
    echo "== $part, at most $seconds s"
    "${part}_part" "$seconds" >"$out/$part.log" 2>&1 || status=$?
    cat "$out/$part.log"
    {
        case $status in
            0) echo "== $part: succeeded in $(( SECONDS - start )) s" ;;
            124 | 137) echo "== $part: stopped after $seconds s" ;;
            *) echo "== $part: failed with code $status after $(( SECONDS - start )) s" ;;
        esac
        "${part}_summary" "$out/$part.log" || true
    } | tee -a "$summary"
}

within() { timeout --kill-after=10 "$@"; }

tests_part() {
    local filter="TestCategory=Gpu&(FullyQualifiedName~$device|FullyQualifiedName~TensorCoresRoundTheirOperands)"
    [[ $scale == small ]] && filter="$filter&(FullyQualifiedName~DeviceComputes|FullyQualifiedName~RandomNumbers|FullyQualifiedName~SelectInPlace)"
    within "$1" "$home/bin/Catapult.Tests" --filter "$filter" --progress off --ansi off --output detailed --results-directory "$scratch"
}

tests_summary() { grep -E '^(failed|skipped) |^ +(total|failed|succeeded|skipped|duration):' "$1" || tail -n 3 "$1"; }

peers_part() {
    local seconds=0.5
    [[ $scale == small ]] && seconds=0.02
    local options=(--device "$device" --scale "$scale" --seconds "$seconds" --json "$out/peers.json")
    [[ -f $home/torch_peer.py ]] && options+=(--peer-script "$home/torch_peer.py")
    within "$1" "$home/bin/Catapult.Benchmarks" peers "${options[@]}"
}

# The table, or the lines that came before the end.
peers_summary() {
    if grep -q '^The roof' "$1"; then grep -E '^(\||The roof|Small sizes|Calls|PyTorch|Catapult has)' "$1"; else grep -E '^(\{|PyTorch|Catapult has)' "$1" || tail -n 3 "$1"; fi
}

train_part() {
    [[ -d $home/data ]] || { echo "There is no data in the pack."; return 1; }
    restore_data "$home/data" "$scratch"
    local options=(--limit $(( $(stat -c %s "$home/data/data_batch_1.bin") / record )) --model resnet20 --epochs 12)
    # A test takes all images, which a larger network makes too much for a slow device.
    [[ $scale == small ]] && options=(--limit 64 --model lenet --batch-size 16 --steps 2)
    within "$1" "$home/bin/catapult" train --dataset cifar10 --data "$scratch" --device "$device" --lr 0.2 "${options[@]}" --out "$scratch/train" || return
    cp "$scratch/train/"{run.json,metrics.csv,report.html} "$out"
}

train_summary() { tail -n 6 "$1"; }

ladders_part() {
    local ladder options=()
    [[ $scale == small ]] && options=(--size 64 --seconds 0)
    for ladder in gpu-matmul gpu-reduction gpu-transpose gpu-batchnorm; do
        within "$(( $1 / 4 ))" "$home/bin/catapult" kernel race "$ladder" --device "$device" "${options[@]}" --svg "$out/$ladder.svg" --json "$out/$ladder.json" || return
    done
}

ladders_summary() { cat "$1"; }

case ${1-} in
    pack) shift; pack "$@" ;;
    run) shift; run "$@" ;;
    -h | --help | help) usage ;;
    *) usage >&2; exit 2 ;;
esac
