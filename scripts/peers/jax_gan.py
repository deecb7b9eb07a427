"""Peer `jax_gan.py SIZE VARIANT`: the discriminator update of src/benchmark/arm.ts in JAX, SIZE seeds at once (jax.vmap).

VARIANT is `jit` (one update a call) or `scan` (jax.lax.scan over 256 updates a call). See twin.py for what it reads and
answers.
"""

import math
import os
import sys

os.environ["JAX_PLATFORMS"] = "cpu"
os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax
import jax.numpy as jnp
import numpy as np

import twin

WIDTHS = [1, 10, 20, 10, 1]
BATCH = 64
STEP_SIZE, BETA1, BETA2, EPSILON = 1e-3, 0.9, 0.999, 1e-8
CHUNK = 256

targets = jnp.concatenate([jnp.ones((BATCH, 1)), jnp.zeros((BATCH, 1))])


def initial(key):
    layers = []
    for inputs, units in zip(WIDTHS, WIDTHS[1:]):
        key, own = jax.random.split(key)
        limit = (6 / (inputs + units)) ** 0.5
        layers.append((jax.random.uniform(own, (inputs, units), minval=-limit, maxval=limit), jnp.zeros(units)))
    return layers


def network(layers, x):
    """1-10-20-10-1 with sigmoids between the layers, and none after the last."""
    for weight, bias in layers[:-1]:
        x = jax.nn.sigmoid(x @ weight + bias)
    weight, bias = layers[-1]
    return x @ weight + bias


def loss_of(discriminator, both):
    logits = network(discriminator, both)
    return jnp.sum(jax.nn.softplus(logits) - targets * logits) / BATCH


def missing(beta, count):
    """1 - beta**count, which float32 would lose half of its digits of if it were written so."""
    return -jnp.expm1(count * math.log(beta))


def update(carry, real, latents, generator):
    discriminator, first, second, count = carry
    fake = jax.nn.sigmoid(network(generator, latents))
    loss, gradient = jax.value_and_grad(loss_of)(discriminator, jnp.concatenate([real, fake]))
    count = count + 1
    rate = STEP_SIZE * jnp.sqrt(missing(BETA2, count)) / missing(BETA1, count)
    first = jax.tree.map(lambda m, g: BETA1 * m + (1 - BETA1) * g, first, gradient)
    second = jax.tree.map(lambda v, g: BETA2 * v + (1 - BETA2) * g * g, second, gradient)
    discriminator = jax.tree.map(
        lambda w, m, v: w - rate * m / (jnp.sqrt(v) + EPSILON), discriminator, first, second
    )
    return (discriminator, first, second, count), loss


def drawing_update(carry, generator, key):
    """With numbers of its own."""
    for_real, for_latents = jax.random.split(jax.random.fold_in(key, carry[3].astype(jnp.int32)))
    real = jax.random.normal(for_real, (BATCH, 1)) * 0.1 + 0.3
    return update(carry, real, jax.random.uniform(for_latents, (BATCH, 1)), generator)


def many(carry, generator, key):
    return jax.lax.scan(lambda carry, _: drawing_update(carry, generator, key), carry, length=CHUNK)


def given(carry, real, latents, generator):
    """With the numbers of a file, `[updates, BATCH, 1]` each."""
    return jax.lax.scan(lambda carry, numbers: update(carry, *numbers, generator), carry, (real, latents))


def state(discriminator):
    zeros = jax.tree.map(jnp.zeros_like, discriminator)
    return discriminator, zeros, jax.tree.map(jnp.zeros_like, discriminator), jnp.zeros(())


def main() -> None:
    seeds, variant = int(sys.argv[1]), sys.argv[2]
    # One seed is written without an axis of seeds, which is faster.
    mapped = jax.vmap if seeds > 1 else lambda function: function
    only = (lambda tree: tree) if seeds > 1 else lambda tree: jax.tree.map(lambda leaf: leaf[0], tree)

    def repeat_from(key):
        keys = only(jax.random.split(key, seeds))
        generator = mapped(lambda key: initial(jax.random.fold_in(key, 7)))(keys)
        carry = mapped(lambda key: state(initial(key)))(keys)
        run = jax.jit(mapped(many if variant == "scan" else drawing_update), donate_argnums=0)
        each = CHUNK if variant == "scan" else 1

        def repeat(n: int) -> int:
            nonlocal carry
            calls = -(-n // each)
            for _ in range(calls):
                carry, loss = run(carry, generator, keys)
            jax.block_until_ready(loss)
            return calls * each

        return repeat

    def check(arrays: twin.Arrays) -> twin.Arrays:
        generator, discriminator = (
            only([tuple(map(jnp.asarray, layer)) for layer in twin.layers(arrays[player], WIDTHS)])
            for player in ("generator", "discriminator")
        )
        real, latents = (only(jnp.asarray(arrays[name].swapaxes(0, 1))) for name in ("real", "discriminator latents"))
        (discriminator, *_), _ = jax.jit(mapped(given))(mapped(state)(discriminator), real, latents, generator)
        if seeds == 1:
            discriminator = jax.tree.map(lambda leaf: leaf[None], discriminator)
        return {"discriminator": twin.flat([tuple(map(np.asarray, layer)) for layer in discriminator])}

    twin.serve(repeat_from(jax.random.key(1)), check)


main()
