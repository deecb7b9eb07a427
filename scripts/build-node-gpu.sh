#!/usr/bin/env bash
# Installs @tensorflow/tfjs-node-gpu from the npm registry and PyPI alone, for machines where its own install script cannot
# download libtensorflow, and for cards that its CUDA 11 build does not know: TensorFlow's wheel brings the library, its C
# headers and the versions of CUDA's libraries that it wants, the npm package brings the source of the binding.
#
#   scripts/build-node-gpu.sh FOLDER                  into FOLDER/node_modules: NVIDIA's driver is all the machine needs
#   scripts/build-node-gpu.sh FOLDER --cpu            the same package on TensorFlow for CPUs, a quarter of the size
#
#   --package NAME      @tensorflow/tfjs-node instead of @tensorflow/tfjs-node-gpu (for both in one folder, install both with
#                       npm first: it clears away what package.json does not name, so repeat this after `npm ci` as well)
#   --wheels DIR        keeps the wheels in DIR, and takes from there what is there (fill it where there is a network)
#   --wheel FILE        TensorFlow's wheel, 2.12 or newer; NVIDIA's are looked for beside it
#   --tensorflow X.Y.Z  another version than 2.18.1
#   --system-cuda       no libraries from NVIDIA's wheels: CUDA 12 and cuDNN 9 are installed, and the loader finds them
#   --require-gpu       fails unless TensorFlow computes on a GPU
#
# Needs Linux, node and npm, g++ (or $CXX) with C++17, python3, and pip unless every wheel is given. Without a network: an
# npm cache that holds the package (npm_config_offline=true) or FOLDER with the package in it, and --wheels.
# Exit status: 0 when the package loads and multiplies matrices rightly, 1 when it does not, 2 for bad usage.
#
# Run on Debian 12 (x86-64, two cores, no GPU): both packages with TensorFlow 2.18.1 for CPUs (655 MB; half a minute) and
# tfjs-node-gpu with that for CUDA 12.5 (3.5 GB, from 2.2 GB of wheels; one minute, two and a half with the downloads), which
# then computes on the CPU, also without a network; Node 20.20, 22.23 and 24.21 load them; the binding has computed on 2.12.1,
# 2.13.1, 2.15.1 and 2.21.0 too. Not run on a GPU: seen is only that TensorFlow, told by a stand-in that there is a driver,
# loads every library of CUDA that it asks for.
set -euo pipefail

usage() { sed -n '2,/^set /{s/^# \{0,1\}//p}' "$0"; }
say() { echo "build-node-gpu: $*"; }
fail() { echo "build-node-gpu: $*" >&2; exit 1; }
misuse() { echo "build-node-gpu: $*; --help tells the options" >&2; exit 2; }

folder='' package=@tensorflow/tfjs-node-gpu version=2.18.1 wheel='' wheels='' cuda=wheels require_gpu=''
while [ $# -gt 0 ]; do
  case $1 in
    --help) usage; exit ;;
    --cpu) cuda=none ;;
    --system-cuda) cuda=system ;;
    --require-gpu) require_gpu=yes ;;
    --package | --wheels | --wheel | --tensorflow)
      [ $# -ge 2 ] || misuse "expected a value after $1, got none"
      case $1 in --package) package=$2 ;; --wheels) wheels=$2 ;; --wheel) wheel=$2 ;; *) version=$2 ;; esac
      shift ;;
    -*) misuse "expected an option, got $1" ;;
    *) [ -z "$folder" ] || misuse "expected one folder, got $folder and $1"; folder=$1 ;;
  esac
  shift
done
[ -n "$folder" ] || misuse "expected a folder to install into, got none"
[ -d "$folder" ] || misuse "expected a folder to install into, got $folder, which is not there"
[ -z "$wheel" ] || [ -f "$wheel" ] || misuse "expected a wheel, got $wheel, which is not there"
case $package in
  @tensorflow/tfjs-node | @tensorflow/tfjs-node-gpu) ;;
  *) misuse "expected --package @tensorflow/tfjs-node or @tensorflow/tfjs-node-gpu, got $package" ;;
esac

[ "$(uname -s)" = Linux ] || fail "expected Linux, got $(uname -s); elsewhere run npm install $package"
cxx=${CXX:-g++}
for tool in node npm python3 "$cxx"; do
  command -v "$tool" >/dev/null || fail "expected $tool on the PATH, got none; install it (Debian: nodejs, npm, python3, g++)"
done

folder=$(cd "$folder" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
[ -z "$wheel" ] || wheels=${wheels:-$(dirname "$wheel")}
wheels=${wheels:-$scratch/wheels}
mkdir -p "$wheels"

# The npm package, without its install script. 4.22.0 is the version whose source this builds. `--save-prod` saves nothing
# beside `--no-save`: without it npm holds that an optional peer, as which this project names the package, is there already.
home=$folder/node_modules/$package
if [ ! -f "$home/binding.gyp" ]; then
  say "installing $package@4.22.0 into $folder"
  (cd "$folder" &&
    npm install --no-save --save-prod --ignore-scripts --no-audit --no-fund --loglevel=error "$package@4.22.0" >&2) ||
    fail "expected $package@4.22.0 from npm, got an error (above); is the registry reachable?"
  [ -f "$home/binding.gyp" ] || fail "expected npm to install into $home, got nothing there; has $folder a package.json?"
fi

# A wheel that is in $wheels already, or from pip. The library is the same for every Python, so any one serves.
fetch() { # NAME VERSION
  local file=("$wheels/${1//-/_}-$2-"*.whl)
  if [ ! -f "${file[0]}" ]; then
    say "downloading $1 $2" >&2
    local arch; arch=$(uname -m)
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest "$wheels" \
      --python-version 3.11 --platform "manylinux_2_17_$arch" --platform "manylinux2014_$arch" \
      --platform "manylinux_2_27_$arch" --platform "manylinux_2_28_$arch" "$1==$2" >&2 ||
      fail "expected $1 $2 from pip, got an error (above); give a folder that has the wheel with --wheels"
    file=("$wheels/${1//-/_}-$2-"*.whl)
  fi
  echo "${file[0]}"
}
if [ -z "$wheel" ]; then
  if [ $cuda = none ]; then wheel=$(fetch tensorflow-cpu "$version"); else wheel=$(fetch tensorflow "$version"); fi
fi

# Unpacks the members of a wheel that begin so. Python's zipfile, as unzip is often missing.
unpack() { # WHEEL INTO PREFIX…
  python3 - "$@" <<'PYTHON'
import sys, zipfile
wheel, into, *prefixes = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    archive.extractall(into, [name for name in archive.namelist() if name.startswith(tuple(prefixes))])
PYTHON
}
# tensorflow/ and nvidia/ side by side, as in Python's site-packages: there TensorFlow looks for CUDA's libraries.
deps=$home/deps
rm -rf "$deps"
say "unpacking $(basename "$wheel")"
unpack "$wheel" "$deps" tensorflow/libtensorflow_cc.so.2 tensorflow/libtensorflow_framework.so.2
unpack "$wheel" "$scratch" tensorflow/include/{tensorflow,tsl,xla}/ tensorflow/python/platform/build_info.py "$(
  basename "$wheel" | cut -d- -f1,2).dist-info/METADATA"
[ -f "$deps/tensorflow/libtensorflow_cc.so.2" ] ||
  fail "expected libtensorflow_cc.so.2 in $(basename "$wheel"), got none; wheels have it from TensorFlow 2.12 on"
# What it was built for: CUDA's version, cuDNN's, and the cards; nothing when for CPUs.
built=$(python3 - "$scratch/tensorflow/python/platform/build_info.py" <<'PYTHON'
import sys
known = {}
exec(open(sys.argv[1]).read(), known)
info = known["build_info"]
if info["is_cuda_build"]:
    print(f"CUDA {info['cuda_version']}, cuDNN {info['cudnn_version']}, {', '.join(info['cuda_compute_capabilities'])}")
PYTHON
)
[ -z "$built" ] || say "it is built for $built"
if [ -n "$built" ] && [ $cuda = wheels ]; then
  # What the extra "and-cuda" would install: `Requires-Dist: nvidia-cudnn-cu12 ==9.3.0.75 ; extra == 'and-cuda'`. Not the
  # compiler, nor the libraries for several cards and for random numbers: nothing here loads them.
  sed -nE 's/^Requires-Dist: *(nvidia-[a-z0-9-]+)[ (]*==([0-9.]+).*/\1 \2/p' "$scratch"/*.dist-info/METADATA |
    { grep -vE 'nvcc|nccl|curand' || true; } > "$scratch/nvidia"
  [ -s "$scratch/nvidia" ] ||
    fail "expected $(basename "$wheel") to name NVIDIA's libraries by version, got none; use 2.15 to 2.19, or --system-cuda"
  while read -r name exact; do
    part=$(fetch "$name" "$exact")
    unpack "$part" "$deps" nvidia/
  done < "$scratch/nvidia"
fi

# N-API's headers: those beside node, else those on npm.
headers=$(node -p 'path.resolve(process.execPath, "../../include/node")')
if [ ! -f "$headers/node_api.h" ]; then
  (cd "$scratch" && npm pack --silent node-api-headers@1.9.0 >/dev/null && tar xzf node-api-headers-*.tgz) ||
    fail "expected node_api.h in $headers or node-api-headers from npm, got neither; install Node's headers"
  headers=$scratch/package/include
fi

# binding.gyp without node-gyp, which would ask nodejs.org for headers: two files, two libraries, one path to find them by.
binding=$(cd "$home" && node -p 'require("@mapbox/node-pre-gyp").find(path.resolve("package.json"))')
mkdir -p "$(dirname "$binding")"
say "compiling $(basename "$binding")"
"$cxx" -std=c++17 -O2 -fPIC -shared -DNAPI_VERSION=8 -I"$headers" -I"$scratch/tensorflow/include" \
  "$home"/binding/*.cc -o "$binding" -L"$deps/tensorflow" -l:libtensorflow_cc.so.2 -l:libtensorflow_framework.so.2 \
  "-Wl,-rpath,\$ORIGIN/../../deps/tensorflow" ||
  fail "expected $cxx to compile the binding, got an error (above); TensorFlow's headers need C++17"

# Does it load, compute, and where?
status=0
(cd "$folder" && TF_CPP_MIN_LOG_LEVEL=0 node - "$package" ${require_gpu:+gpu} 2>"$scratch/log" <<'JAVASCRIPT') || status=$?
const util = require("node:util");
util.isNullOrUndefined ??= (value) => value == null; // Node 23 took away what the package calls
const [name, gpu] = process.argv.slice(2);
const tf = require(require.resolve(name, { paths: [process.cwd()] }));
const product = tf.matMul(tf.tensor3d([1, 2, 3, 4], [1, 2, 2]), tf.tensor3d([1, 2, 3, 4], [1, 2, 2])).dataSync();
if (product.join() !== "7,10,15,22") throw new Error(`expected a product of 7,10,15,22, got ${product.join()}`);
const { isUsingGpuDevice, binding } = tf.backend();
console.log(`build-node-gpu: ${name} computes with TensorFlow ${binding.TF_Version} on ${isUsingGpuDevice ? "a GPU" : "the CPU"}`);
if (gpu && !isUsingGpuDevice) process.exitCode = 3;
JAVASCRIPT
# What TensorFlow says of cards, but not that each of its two libraries brings a copy of the same plug-ins.
grep -E "GPU|cuda|cuInit|dlopen" "$scratch/log" | grep -v "Unable to register" | sed 's/^/  /' >&2 || true
case $status in
  0) say "$(du -sm "$home" | cut -f1) MB in $home" ;;
  3) fail "expected TensorFlow to compute on a GPU, got the CPU; the lines above say why (nvidia-smi must work)" ;;
  *) tail -5 "$scratch/log" >&2; fail "expected $package to load, got an error (above)" ;;
esac
