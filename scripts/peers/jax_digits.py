"""Peer `jax_digits.py ARM VARIANT`: an update of both players of src/benchmark/digits.ts in JAX.

ARM is `momentum`, `Adam` or `Adam, dropout`. VARIANT is `jit` (one round a call) or `scan` (jax.lax.scan over 32 rounds a
call). See twin.py for what it reads and answers.
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

BATCH = 64
G_WIDTHS = [100, 128, 128, 784]
D_WIDTHS = [784, 128, 128, 1]
MOMENTUM_STEP, MOMENTUM = 0.1, 0.5
ADAM_STEP, BETA1, BETA2, EPSILON = 5e-4, 0.5, 0.999, 1e-8
KEPT = 0.5
CHUNK = 32

arm, variant = sys.argv[1:3]
adam = arm != "momentum"
dropout = arm == "Adam, dropout"
both = jnp.concatenate([jnp.ones((BATCH, 1)), jnp.zeros((BATCH, 1))])


def initial(key, widths):
    layers = []
    for inputs, units in zip(widths, widths[1:]):
        key, own = jax.random.split(key)
        limit = (6 / (inputs + units)) ** 0.5
        layers.append((jax.random.uniform(own, (inputs, units), minval=-limit, maxval=limit), jnp.zeros(units)))
    return layers


def generate(layers, z):
    for weight, bias in layers[:-1]:
        z = jax.nn.relu(z @ weight + bias)
    weight, bias = layers[-1]
    return jax.nn.sigmoid(z @ weight + bias)


def judge(layers, x, kept):
    """Logits. `kept(layer, shape)` says which units dropout keeps."""
    for layer, (weight, bias) in enumerate(layers[:-1]):
        x = jax.nn.relu(x @ weight + bias)
        if dropout:
            x = jnp.where(kept(layer, x.shape), x / KEPT, 0)
    weight, bias = layers[-1]
    return x @ weight + bias


def d_loss(d, images, kept):
    logits = judge(d, images, kept)
    return jnp.sum(jax.nn.softplus(logits) - both * logits) / BATCH


def g_loss(g, d, latents, kept):
    return jnp.mean(jax.nn.softplus(-judge(d, generate(g, latents), kept)))


def missing(beta, count):
    """1 - beta**count, which float32 would lose half of its digits of if it were written so."""
    return -jnp.expm1(count * math.log(beta))


def descend(weights, moments, gradient, count):
    if not adam:
        velocity = jax.tree.map(lambda v, g: MOMENTUM * v + g, moments[0], gradient)
        return jax.tree.map(lambda w, v: w - MOMENTUM_STEP * v, weights, velocity), (velocity,)
    first, second = moments
    correction = jnp.sqrt(missing(BETA2, count))
    rate = ADAM_STEP * correction / missing(BETA1, count)
    first = jax.tree.map(lambda m, g: BETA1 * m + (1 - BETA1) * g, first, gradient)
    second = jax.tree.map(lambda v, g: BETA2 * v + (1 - BETA2) * g * g, second, gradient)
    step = lambda w, m, v: w - rate * m / (jnp.sqrt(v) + EPSILON * correction)
    return jax.tree.map(step, weights, first, second), (first, second)


def play(carry, real, d_latents, g_latents, d_kept, g_kept):
    d, g, d_moments, g_moments, count = carry
    count = count + 1
    images = jnp.concatenate([real, generate(g, d_latents)])
    of_d, gradient = jax.value_and_grad(d_loss)(d, images, d_kept)
    d, d_moments = descend(d, d_moments, gradient, count)
    of_g, gradient = jax.value_and_grad(g_loss)(g, d, g_latents, g_kept)
    g, g_moments = descend(g, g_moments, gradient, count)
    return (d, g, d_moments, g_moments, count), (of_d, of_g)


def drawing_round(carry, real, key):
    """With numbers of its own."""
    keys = jax.random.split(jax.random.fold_in(key, carry[4].astype(jnp.int32)), 4)
    latents = [jax.random.normal(own, (BATCH, G_WIDTHS[0])) for own in keys[:2]]
    bernoulli = lambda key: lambda layer, shape: jax.random.bernoulli(jax.random.fold_in(key, layer), KEPT, shape)
    return play(carry, real, *latents, bernoulli(keys[2]), bernoulli(keys[3]))


def many(carry, real, key):
    return jax.lax.scan(lambda carry, _: drawing_round(carry, real, key), carry, length=CHUNK)


def given(carry, numbers):
    """With the numbers of a file, an array each with one element a round."""

    def step(carry, numbers):
        real, d_latents, g_latents, *masks = numbers
        d_kept, g_kept = [lambda layer, _, mask=mask: mask[layer] > 0 for mask in masks or [None, None]]
        return play(carry, real, d_latents, g_latents, d_kept, g_kept)

    return jax.lax.scan(step, carry, numbers)


def state(d, g):
    zeros = lambda layers: tuple(jax.tree.map(jnp.zeros_like, layers) for _ in range(2 if adam else 1))
    return d, g, zeros(d), zeros(g), jnp.zeros(())


def main() -> None:
    key = jax.random.key(1)
    carry = state(initial(key, D_WIDTHS), initial(jax.random.fold_in(key, 7), G_WIDTHS))
    images = jax.random.uniform(key, (BATCH, D_WIDTHS[0]))
    run = jax.jit(many if variant == "scan" else drawing_round, donate_argnums=0)
    each = CHUNK if variant == "scan" else 1

    def repeat(n: int) -> int:
        nonlocal carry
        calls = -(-n // each)
        for _ in range(calls):
            carry, losses = run(carry, images, key)
        jax.block_until_ready(losses)
        return calls * each

    def check(arrays: twin.Arrays) -> twin.Arrays:
        layers = lambda player, widths: jax.tree.map(lambda leaf: jnp.asarray(leaf[0]), twin.layers(arrays[player], widths))
        latents = [arrays[f"{player} latents"][:, 0] for player in ("discriminator", "generator")]
        masks = [arrays[f"{player} masks"] for player in ("discriminator", "generator")] if dropout else []
        start = state(layers("discriminator", D_WIDTHS), layers("generator", G_WIDTHS))
        (d, g, *_), _ = jax.jit(given)(start, (arrays["real"][:, 0], *latents, *masks))
        flat = lambda layers: twin.flat([tuple(np.asarray(leaf)[None] for leaf in layer) for layer in layers])
        return {"generator": flat(g), "discriminator": flat(d)}

    twin.serve(repeat, check)


main()
