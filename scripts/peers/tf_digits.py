"""Peer `tf_digits.py ARM VARIANT`: an update of both players of src/benchmark/digits.ts in TensorFlow.

ARM is `momentum`, `Adam` or `Adam, dropout`. VARIANT is `function` (one round a call of a tf.function, Keras's layers and
optimizers) or `loop` (32 rounds a call, compiled by XLA: a function of tensors, gradients and optimizers included). See
twin.py for what it reads and answers.
"""

import math
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false")

import tensorflow as tf

import twin

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)

BATCH = 64
G_WIDTHS = [100, 128, 128, 784]
D_WIDTHS = [784, 128, 128, 1]
MOMENTUM_STEP, MOMENTUM = 0.1, 0.5
ADAM_STEP, BETA1, BETA2, EPSILON = 5e-4, 0.5, 0.999, 1e-8
LOG_BETA1, LOG_BETA2 = math.log(BETA1), math.log(BETA2)
KEPT = 0.5
CHUNK = 32

arm, variant = sys.argv[1:3]
adam = arm != "momentum"
dropout = arm == "Adam, dropout"
both = tf.concat([tf.ones((BATCH, 1)), tf.zeros((BATCH, 1))], axis=0)


def initial(widths: list[int]) -> list[tf.Tensor]:
    """Kernel and bias of each layer, one after the other."""
    weights = []
    for inputs, units in zip(widths, widths[1:]):
        limit = (6 / (inputs + units)) ** 0.5
        weights += [tf.random.uniform((inputs, units), -limit, limit), tf.zeros(units)]
    return weights


def network(weights, x, drop=lambda layer, x: x):
    """Without an activation after the last layer."""
    for layer in range(0, len(weights), 2):
        x = x @ weights[layer] + weights[layer + 1]
        if layer < len(weights) - 2:
            x = drop(layer // 2, tf.nn.relu(x))
    return x


def d_loss(d, images, drop):
    logits = network(d, images, drop)
    return tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(both, logits)) / BATCH


def g_loss(g, d, latents, drop):
    logits = network(d, tf.sigmoid(network(g, latents)), drop)
    return tf.reduce_mean(tf.nn.softplus(-logits))


def factors(masks):
    """Dropout by given factors, `[layers, rows, units]`."""
    return lambda layer, x: x * masks[layer] if dropout else x


def variables():
    """Variables and Keras's optimizers."""
    g, d = ([tf.Variable(w) for w in initial(widths)] for widths in (G_WIDTHS, D_WIDTHS))

    def optimizer(player):
        if adam:
            made = tf.keras.optimizers.Adam(ADAM_STEP, BETA1, BETA2, EPSILON)
        else:
            made = tf.keras.optimizers.SGD(MOMENTUM_STEP, MOMENTUM)
        made.build(player)
        return made

    d_optimizer, g_optimizer = optimizer(d), optimizer(g)
    images = tf.random.uniform((BATCH, D_WIDTHS[0]))

    def play(real, d_latents, g_latents, d_drop, g_drop) -> None:
        fake = tf.sigmoid(network(g, d_latents))
        with tf.GradientTape() as tape:
            loss = d_loss(d, tf.concat([real, fake], axis=0), d_drop)
        d_optimizer.apply_gradients(zip(tape.gradient(loss, d), d))
        with tf.GradientTape() as tape:
            loss = g_loss(g, d, g_latents, g_drop)
        g_optimizer.apply_gradients(zip(tape.gradient(loss, g), g))

    def drawn(layer, x):
        return tf.nn.dropout(x, 1 - KEPT) if dropout else x

    @tf.function
    def drawing_round() -> None:
        latents = [tf.random.normal((BATCH, G_WIDTHS[0])) for _ in range(2)]
        play(images, *latents, drawn, drawn)

    def repeat(n: int) -> int:
        for _ in range(n):
            drawing_round()
        return n

    def check(of_g, of_d, rounds):
        for variable, value in zip(g + d, of_g + of_d):
            variable.assign(value)
        given = tf.function(lambda r, zd, zg, md, mg: play(r, zd, zg, factors(md), factors(mg)))
        for numbers in rounds:
            given(*numbers)
        return g, d

    return repeat, check


def tensors():
    """Functions of tensors alone."""

    def descend(weights, moments, gradients, count):
        if not adam:
            velocity = [MOMENTUM * v + g for v, g in zip(moments[0], gradients)]
            return [w - MOMENTUM_STEP * v for w, v in zip(weights, velocity)], [velocity]
        rate = ADAM_STEP * tf.sqrt(-tf.math.expm1(count * LOG_BETA2)) / -tf.math.expm1(count * LOG_BETA1)
        first = [BETA1 * m + (1 - BETA1) * g for m, g in zip(moments[0], gradients)]
        second = [BETA2 * v + (1 - BETA2) * g * g for v, g in zip(moments[1], gradients)]
        weights = [w - rate * m / (tf.sqrt(v) + EPSILON) for w, m, v in zip(weights, first, second)]
        return weights, [first, second]

    def play(state, real, d_latents, g_latents, d_drop, g_drop):
        g, d, g_moments, d_moments, count = state
        count = count + 1
        fake = tf.sigmoid(network(g, d_latents))
        with tf.GradientTape() as tape:
            tape.watch(d)
            loss = d_loss(d, tf.concat([real, fake], axis=0), d_drop)
        d, d_moments = descend(d, d_moments, tape.gradient(loss, d), count)
        with tf.GradientTape() as tape:
            tape.watch(g)
            loss = g_loss(g, d, g_latents, g_drop)
        g, g_moments = descend(g, g_moments, tape.gradient(loss, g), count)
        return g, d, g_moments, d_moments, count

    def start(g, d):
        zeros = lambda weights: [[tf.zeros_like(w) for w in weights] for _ in range(2 if adam else 1)]
        return g, d, zeros(g), zeros(d), tf.constant(0.0)

    @tf.function(jit_compile=True)
    def many(state, images):
        def body(t, state):
            key = tf.stack([tf.cast(state[4], tf.int32), 7])
            latents = [tf.random.stateless_normal((BATCH, G_WIDTHS[0]), key + i) for i in range(2)]

            def drop(player):
                def drawn(layer, x):
                    kept = tf.random.stateless_uniform(x.shape, key + 2 + 2 * player + layer) < KEPT
                    return tf.where(kept, x / KEPT, 0.0)

                return drawn if dropout else lambda layer, x: x

            return t + 1, play(state, images, *latents, drop(0), drop(1))

        return tf.while_loop(lambda t, _: t < CHUNK, body, (0, state))[1]

    images = tf.random.uniform((BATCH, D_WIDTHS[0]))
    state = start(initial(G_WIDTHS), initial(D_WIDTHS))

    def repeat(n: int) -> int:
        nonlocal state
        calls = -(-n // CHUNK)
        for _ in range(calls):
            state = many(state, images)
        state[4].numpy()
        return calls * CHUNK

    def check(of_g, of_d, rounds):
        given = tf.function(
            lambda state, r, zd, zg, md, mg: play(state, r, zd, zg, factors(md), factors(mg)), jit_compile=True
        )
        state = start(of_g, of_d)
        for numbers in rounds:
            state = given(state, *numbers)
        return state[:2]

    return repeat, check


def main() -> None:
    repeat, play = variables() if variant == "function" else tensors()

    def check(arrays: twin.Arrays) -> twin.Arrays:
        of_g, of_d = (
            [tf.constant(part[0]) for layer in twin.layers(arrays[player], widths) for part in layer]
            for player, widths in (("generator", G_WIDTHS), ("discriminator", D_WIDTHS))
        )
        none = [None] * len(arrays["real"])
        rounds = zip(
            map(tf.constant, arrays["real"][:, 0]),
            map(tf.constant, arrays["discriminator latents"][:, 0]),
            map(tf.constant, arrays["generator latents"][:, 0]),
            map(tf.constant, arrays["discriminator masks"]) if dropout else none,
            map(tf.constant, arrays["generator masks"]) if dropout else none,
        )
        made = [[weight.numpy()[None] for weight in player] for player in play(of_g, of_d, rounds)]
        g, d = (twin.flat(list(zip(player[::2], player[1::2]))) for player in made)
        return {"generator": g, "discriminator": d}

    twin.serve(repeat, check)


main()
