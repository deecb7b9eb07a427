"""Peer `torch_gan.py SIZE VARIANT`: the discriminator update of src/benchmark/arm.ts in PyTorch, SIZE seeds at once.

VARIANT is `notebook` (the notebook's code, line for line: D is called on real and on generated samples, ends in a sigmoid,
and the loss is -mean(log D) - mean(log(1 - D)); torch.optim.Adam as it comes), `tuned` (one pass of D over both batches, loss
on logits, fused loops over parameters in Adam) or `compiled` (the whole update, gradients and Adam included, one function of
tensors under torch.compile). See twin.py for what it reads and answers.
"""

import math
import sys

import torch
from torch import nn
from torch.nn import functional as F

import twin

WIDTHS = [1, 10, 20, 10, 1]
BATCH = 64
STEP_SIZE, BETA1, BETA2, EPSILON = 1e-3, 0.9, 0.999, 1e-8


class BatchedLinear(nn.Module):
    """A linear layer for every seed: [S, B, inputs] -> [S, B, units] by one batched product."""

    def __init__(self, seeds: int, inputs: int, units: int):
        super().__init__()
        limit = (6 / (inputs + units)) ** 0.5
        self.weight = nn.Parameter(torch.empty(seeds, inputs, units).uniform_(-limit, limit))
        self.bias = nn.Parameter(torch.zeros(seeds, 1, units))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.baddbmm(self.bias, x, self.weight)


def network(seeds: int) -> nn.Sequential:
    """1-10-20-10-1 with sigmoids between the layers, and none after the last."""
    modules = []
    for inputs, units in zip(WIDTHS, WIDTHS[1:]):
        # One seed needs no batched product, and the ordinary layer is faster.
        modules += [nn.Linear(inputs, units) if seeds == 1 else BatchedLinear(seeds, inputs, units), nn.Sigmoid()]
    return nn.Sequential(*modules[:-1])


def linear_layers(net: nn.Sequential) -> list[nn.Module]:
    return [module for module in net if not isinstance(module, nn.Sigmoid)]


@torch.no_grad()
def set_weights(net: nn.Sequential, flat) -> None:
    for module, (kernel, bias) in zip(linear_layers(net), twin.layers(flat, WIDTHS)):
        kernel = kernel[0].T if isinstance(module, nn.Linear) else kernel
        module.weight.copy_(torch.from_numpy(kernel))
        module.bias.copy_(torch.from_numpy(bias).reshape(module.bias.shape))


def weights(net: nn.Sequential):
    split = []
    for module in linear_layers(net):
        kernel, bias = module.weight.detach(), module.bias.detach()
        if isinstance(module, nn.Linear):
            kernel = kernel.T[None]
        split.append((kernel.numpy(), bias.reshape(len(kernel), -1).numpy()))
    return twin.flat(split)


def missing(beta: float, count: torch.Tensor) -> torch.Tensor:
    """1 - beta**count, which float32 would lose half of its digits of if it were written so."""
    return -torch.expm1(count * math.log(beta))


def main() -> None:
    seeds, variant = int(sys.argv[1]), sys.argv[2]
    torch.set_num_threads(1)
    generator, discriminator = network(seeds), network(seeds)
    shape = (BATCH, 1) if seeds == 1 else (seeds, BATCH, 1)
    targets = torch.cat([torch.ones(shape), torch.zeros(shape)], dim=-2)

    def draw() -> tuple[torch.Tensor, torch.Tensor]:
        return torch.randn(shape).mul_(0.1).add_(0.3), torch.rand(shape)

    def notebook_loss(real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
        on_real = torch.sigmoid(discriminator(real))
        on_fake = torch.sigmoid(discriminator(fake))
        # The mean over the batch, summed over seeds.
        return (-torch.log(on_real).mean(-2) - torch.log(1 - on_fake).mean(-2)).sum()

    def tuned_loss(real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
        logits = discriminator(torch.cat([real, fake], dim=-2))
        return F.binary_cross_entropy_with_logits(logits, targets, reduction="sum") / BATCH

    def eager():
        loss_of = {"notebook": notebook_loss, "tuned": tuned_loss}[variant]
        optimizer = torch.optim.Adam(
            discriminator.parameters(), STEP_SIZE, (BETA1, BETA2), EPSILON, foreach=variant == "tuned"
        )

        def update(real: torch.Tensor, latents: torch.Tensor) -> None:
            with torch.no_grad():
                fake = torch.sigmoid_(generator(latents))
            loss = loss_of(real, fake)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()

        return draw, update

    def compiled():
        names = [name for name, _ in discriminator.named_parameters()]
        # They share memory with the discriminator's.
        parameters = [parameter.detach() for parameter in discriminator.parameters()]
        first, second = ([torch.zeros_like(p) for p in parameters] for _ in range(2))
        count = torch.zeros(())

        def loss_of(own: list[torch.Tensor], both: torch.Tensor) -> torch.Tensor:
            logits = torch.func.functional_call(discriminator, dict(zip(names, own)), (both,))
            return F.binary_cross_entropy_with_logits(logits, targets, reduction="sum") / BATCH

        @torch.compile(fullgraph=True)
        @torch.no_grad()
        def step(real: torch.Tensor, latents: torch.Tensor) -> None:
            both = torch.cat([real, torch.sigmoid(generator(latents))], dim=-2)
            gradients = torch.func.grad(loss_of)(parameters, both)
            count.add_(1)
            correction = torch.sqrt(missing(BETA2, count))
            rate = STEP_SIZE * correction / missing(BETA1, count)
            for p, m, v, g in zip(parameters, first, second, gradients):
                m.lerp_(g, 1 - BETA1)
                v.mul_(BETA2).add_(g * g, alpha=1 - BETA2)
                p.sub_(rate * m / (v.sqrt() + EPSILON * correction))

        @torch.compile(fullgraph=True)
        def draw_compiled() -> tuple[torch.Tensor, torch.Tensor]:
            return torch.randn(shape) * 0.1 + 0.3, torch.rand(shape)

        return draw_compiled, step

    numbers, update = compiled() if variant == "compiled" else eager()

    def repeat(n: int) -> int:
        for _ in range(n):
            update(*numbers())
        return n

    def check(given: twin.Arrays) -> twin.Arrays:
        set_weights(generator, given["generator"])
        set_weights(discriminator, given["discriminator"])
        for real, latents in zip(given["real"], given["discriminator latents"]):
            update(torch.from_numpy(real).reshape(shape), torch.from_numpy(latents).reshape(shape))
        return {"discriminator": weights(discriminator)}

    twin.serve(repeat, check)


main()
