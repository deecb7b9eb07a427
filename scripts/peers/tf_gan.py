"""Peer `tf_gan.py SIZE VARIANT`: the discriminator update of src/benchmark/arm.ts in TensorFlow, SIZE seeds at once.

VARIANT is `function` (one update a call of a tf.function, variables and Keras's Adam) or `loop` (256 updates a call, compiled
by XLA: a function of tensors, gradients and Adam included). See twin.py for what it reads and answers.
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

WIDTHS = [1, 10, 20, 10, 1]
BATCH = 64
STEP_SIZE, BETA1, BETA2, EPSILON = 1e-3, 0.9, 0.999, 1e-8
LOG_BETA1, LOG_BETA2 = math.log(BETA1), math.log(BETA2)
CHUNK = 256


def initial(seeds: int) -> list[tf.Tensor]:
    """Kernel `[S, inputs, units]` and bias `[S, 1, units]` of each layer, one after the other."""
    weights = []
    for inputs, units in zip(WIDTHS, WIDTHS[1:]):
        limit = (6 / (inputs + units)) ** 0.5
        weights += [tf.random.uniform((seeds, inputs, units), -limit, limit), tf.zeros((seeds, 1, units))]
    return weights


def network(weights, x):
    """1-10-20-10-1 with sigmoids between the layers, and none after the last."""
    for layer in range(0, len(weights), 2):
        x = x @ weights[layer] + weights[layer + 1]
        if layer < len(weights) - 2:
            x = tf.sigmoid(x)
    return x


def loss_of(discriminator, real, fake):
    logits = network(discriminator, tf.concat([real, fake], axis=1))
    targets = tf.concat([tf.ones_like(real), tf.zeros_like(fake)], axis=1)
    return tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(targets, logits)) / BATCH


def main() -> None:
    seeds, variant = int(sys.argv[1]), sys.argv[2]
    shape = (seeds, BATCH, 1)

    def variables():
        generator, discriminator = ([tf.Variable(w) for w in initial(seeds)] for _ in range(2))
        adam = tf.keras.optimizers.Adam(STEP_SIZE, BETA1, BETA2, EPSILON)
        adam.build(discriminator)

        def update(real, latents) -> None:
            fake = tf.sigmoid(network(generator, latents))
            with tf.GradientTape() as tape:
                loss = loss_of(discriminator, real, fake)
            adam.apply_gradients(zip(tape.gradient(loss, discriminator), discriminator))

        @tf.function
        def drawing_update() -> None:
            update(tf.random.normal(shape, 0.3, 0.1), tf.random.uniform(shape))

        def repeat(n: int) -> int:
            for _ in range(n):
                drawing_update()
            return n

        def play(real, latents, of_g, of_d):
            for variable, value in zip(generator + discriminator, of_g + of_d):
                variable.assign(value)
            given = tf.function(update)
            for numbers in zip(real, latents):
                given(*numbers)
            return discriminator

        return repeat, play

    def tensors():
        def step(state, real, latents, generator):
            discriminator, first, second, count = state
            fake = tf.sigmoid(network(generator, latents))
            with tf.GradientTape() as tape:
                tape.watch(discriminator)
                loss = loss_of(discriminator, real, fake)
            count = count + 1
            rate = STEP_SIZE * tf.sqrt(-tf.math.expm1(count * LOG_BETA2)) / -tf.math.expm1(count * LOG_BETA1)
            gradients = tape.gradient(loss, discriminator)
            first = [BETA1 * m + (1 - BETA1) * g for m, g in zip(first, gradients)]
            second = [BETA2 * v + (1 - BETA2) * g * g for v, g in zip(second, gradients)]
            discriminator = [
                w - rate * m / (tf.sqrt(v) + EPSILON) for w, m, v in zip(discriminator, first, second)
            ]
            return discriminator, first, second, count

        def start(discriminator):
            zeros = [tf.zeros_like(w) for w in discriminator]
            return discriminator, zeros, zeros, tf.constant(0.0)

        @tf.function(jit_compile=True)
        def many(state, generator):
            def body(t, state):
                key = tf.stack([tf.cast(state[3], tf.int32), 7])
                real = tf.random.stateless_normal(shape, key, 0.3, 0.1)
                return t + 1, step(state, real, tf.random.stateless_uniform(shape, key + 1), generator)

            return tf.while_loop(lambda t, _: t < CHUNK, body, (0, state))[1]

        generator, state = initial(seeds), start(initial(seeds))

        def repeat(n: int) -> int:
            nonlocal state
            calls = -(-n // CHUNK)
            for _ in range(calls):
                state = many(state, generator)
            state[3].numpy()
            return calls * CHUNK

        def play(real, latents, of_g, of_d):
            given = tf.function(step, jit_compile=True)
            state = start(of_d)
            for numbers in zip(real, latents):
                state = given(state, *numbers, of_g)
            return state[0]

        return repeat, play

    repeat, play = variables() if variant == "function" else tensors()

    def check(arrays: twin.Arrays) -> twin.Arrays:
        of_g, of_d = (
            [tf.constant(part) for kernel, bias in twin.layers(arrays[player], WIDTHS) for part in (kernel, bias[:, None])]
            for player in ("generator", "discriminator")
        )
        numbers = (list(map(tf.constant, arrays[name])) for name in ("real", "discriminator latents"))
        made = [weight.numpy() for weight in play(*numbers, of_g, of_d)]
        return {"discriminator": twin.flat(list(zip(made[::2], made[1::2])))}

    twin.serve(repeat, check)


main()
