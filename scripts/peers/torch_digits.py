"""Peer `torch_digits.py ARM VARIANT`: an update of both players of src/benchmark/digits.ts in PyTorch.

ARM is `momentum`, `Adam` or `Adam, dropout`. VARIANT is `tutorial` (D is called on real and on generated images, ends in a
sigmoid, nn.BCELoss; the generator's loss leaves gradients in D that are thrown away), `tuned` (one pass of D over both
batches, loss on logits, fused loops over parameters, no gradients of D for the generator's loss), `compiled` (tuned, with
losses and optimizers under torch.compile) or `compiled whole` (one function of tensors for the whole round, gradients and
optimizers included, under torch.compile). See twin.py for what it reads and answers.
"""

import math
import sys

import torch
from torch import nn
from torch.nn import functional as F

import twin

BATCH = 64
G_WIDTHS = [100, 128, 128, 784]
D_WIDTHS = [784, 128, 128, 1]
MOMENTUM_STEP, MOMENTUM = 0.1, 0.5
ADAM_STEP, BETA1, BETA2, EPSILON = 5e-4, 0.5, 0.999, 1e-8
DROPPED = 0.5


class Dropout(nn.Module):
    """Drops half of its inputs; the same ones each time, if it was given factors."""

    def __init__(self):
        super().__init__()
        self.factors = None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.dropout(x, DROPPED) if self.factors is None else x * self.factors


def network(widths: list[int], dropout: bool) -> nn.Sequential:
    """Without an activation after the last layer."""
    modules = []
    for inputs, units in zip(widths, widths[1:]):
        modules += [nn.Linear(inputs, units), nn.ReLU()] + ([Dropout()] if dropout else [])
    return nn.Sequential(*modules[: -2 if dropout else -1])


@torch.no_grad()
def set_weights(net: nn.Sequential, flat, widths: list[int]) -> None:
    linear = [module for module in net if isinstance(module, nn.Linear)]
    for module, (kernel, bias) in zip(linear, twin.layers(flat, widths)):
        module.weight.copy_(torch.from_numpy(kernel[0].T))
        module.bias.copy_(torch.from_numpy(bias[0]))


def weights(net: nn.Sequential):
    linear = [module for module in net if isinstance(module, nn.Linear)]
    return twin.flat([(m.weight.detach().T[None].numpy(), m.bias.detach()[None].numpy()) for m in linear])


def missing(beta: float, count: torch.Tensor) -> torch.Tensor:
    """1 - beta**count, which float32 would lose half of its digits of if it were written so."""
    return -torch.expm1(count * math.log(beta))


def main() -> None:
    arm, variant = sys.argv[1:3]
    torch.set_num_threads(1)
    tuned = variant != "tutorial"
    adam = arm != "momentum"
    g, d = network(G_WIDTHS, False), network(D_WIDTHS, arm == "Adam, dropout")
    drops = [module for module in d if isinstance(module, Dropout)]
    images = torch.rand(BATCH, D_WIDTHS[0])
    ones, zeros = torch.ones(BATCH, 1), torch.zeros(BATCH, 1)
    both = torch.cat([ones, zeros])

    def draw() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        return images, torch.randn(BATCH, G_WIDTHS[0]), torch.randn(BATCH, G_WIDTHS[0])

    def optimizer(player: nn.Module) -> torch.optim.Optimizer:
        if adam:
            return torch.optim.Adam(player.parameters(), ADAM_STEP, (BETA1, BETA2), EPSILON, foreach=tuned)
        return torch.optim.SGD(player.parameters(), MOMENTUM_STEP, MOMENTUM, foreach=tuned)

    def objects():
        """Modules, optimizers and backward(), as PyTorch is used; parts of it compiled, if that is asked for."""
        g_optimizer, d_optimizer = optimizer(g), optimizer(d)

        def d_loss(real: torch.Tensor, latents: torch.Tensor) -> torch.Tensor:
            with torch.no_grad():
                fake = torch.sigmoid(g(latents))
            if tuned:
                return 2 * F.binary_cross_entropy_with_logits(d(torch.cat([real, fake])), both)
            on_real = drops_of(0, lambda: torch.sigmoid(d(real)))
            on_fake = drops_of(1, lambda: torch.sigmoid(d(fake)))
            return F.binary_cross_entropy(on_real, ones) + F.binary_cross_entropy(on_fake, zeros)

        def g_loss(latents: torch.Tensor) -> torch.Tensor:
            fake = torch.sigmoid(g(latents))
            if tuned:
                return F.binary_cross_entropy_with_logits(d(fake), ones)
            return F.binary_cross_entropy(torch.sigmoid(d(fake)), ones)

        d_step, g_step = d_optimizer.step, g_optimizer.step
        if variant == "compiled":
            d_loss, g_loss = torch.compile(d_loss), torch.compile(g_loss)
            d_step, g_step = torch.compile(d_step), torch.compile(g_step)

        def play(real, d_latents, g_latents, masks=(None, None)) -> None:
            drop_by(masks[0])
            loss = d_loss(real, d_latents)
            d_optimizer.zero_grad(set_to_none=True)
            loss.backward()
            d_step()

            d.requires_grad_(not tuned)
            drop_by(masks[1])
            loss = g_loss(g_latents)
            g_optimizer.zero_grad(set_to_none=True)
            loss.backward()
            g_step()
            d.requires_grad_(True)

        return play

    def drop_by(masks) -> None:
        """The factors of each layer, `[rows, units]`; none to draw them."""
        for drop, factors in zip(drops, [None] * len(drops) if masks is None else masks):
            drop.factors = factors

    def drops_of(half: int, run):
        """D's answers to one half of the batch, with the factors of that half, if factors were given."""
        given = [drop.factors for drop in drops]
        if given and given[0] is not None:
            drop_by([factors[half * BATCH :][:BATCH] for factors in given])
        answers = run()
        for drop, factors in zip(drops, given):
            drop.factors = factors
        return answers

    def functions():
        """The whole round as one function of tensors. The parameters share memory with the modules'."""
        names = {player: [name for name, _ in player.named_parameters()] for player in (g, d)}
        g_state, d_state = (
            [(p.detach(), torch.zeros_like(p), torch.zeros_like(p)) for p in player.parameters()] for player in (g, d)
        )
        count = torch.zeros(())

        def apply(player: nn.Module, own: list[torch.Tensor], x: torch.Tensor) -> torch.Tensor:
            return torch.func.functional_call(player, dict(zip(names[player], own)), (x,))

        def d_loss(own: list[torch.Tensor], images: torch.Tensor) -> torch.Tensor:
            return 2 * F.binary_cross_entropy_with_logits(apply(d, own, images), both)

        def g_loss(own: list[torch.Tensor], own_d: list[torch.Tensor], latents: torch.Tensor) -> torch.Tensor:
            fake = torch.sigmoid(apply(g, own, latents))
            return F.binary_cross_entropy_with_logits(apply(d, own_d, fake), ones)

        def descend(state, gradients) -> None:
            correction = torch.sqrt(missing(BETA2, count))
            rate = ADAM_STEP * correction / missing(BETA1, count)
            for (p, m, v), gradient in zip(state, gradients):
                if adam:
                    m.lerp_(gradient, 1 - BETA1)
                    v.mul_(BETA2).add_(gradient * gradient, alpha=1 - BETA2)
                    p.sub_(rate * m / (v.sqrt() + EPSILON * correction))
                else:
                    m.mul_(MOMENTUM).add_(gradient)
                    p.sub_(m, alpha=MOMENTUM_STEP)

        @torch.compile(fullgraph=True)
        @torch.no_grad()
        def play(real, d_latents, g_latents, masks=(None, None)) -> None:
            of_g, of_d = [p for p, _, _ in g_state], [p for p, _, _ in d_state]
            count.add_(1)
            drop_by(masks[0])
            fake = torch.sigmoid(apply(g, of_g, d_latents))
            descend(d_state, torch.func.grad(d_loss)(of_d, torch.cat([real, fake])))
            drop_by(masks[1])
            descend(g_state, torch.func.grad(g_loss)(of_g, of_d, g_latents))

        return play

    play = functions() if variant == "compiled whole" else objects()

    def repeat(n: int) -> int:
        for _ in range(n):
            play(*draw())
        return n

    def check(given: twin.Arrays) -> twin.Arrays:
        set_weights(g, given["generator"], G_WIDTHS)
        set_weights(d, given["discriminator"], D_WIDTHS)
        tensors = {name: torch.from_numpy(array) for name, array in given.items()}
        for t, real in enumerate(tensors["real"]):
            masks = (
                [list(tensors[f"{player} masks"][t]) for player in ("discriminator", "generator")]
                if drops
                else (None, None)
            )
            latents = [tensors[f"{player} latents"][t, 0] for player in ("discriminator", "generator")]
            play(real[0], *latents, masks)
        return {"generator": weights(g), "discriminator": weights(d)}

    twin.serve(repeat, check)


main()
