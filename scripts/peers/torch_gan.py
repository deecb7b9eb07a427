"""Contender `torch_gan.py SIZE STYLE`: the discriminator update of src/benchmark/arm.ts in PyTorch eager, SIZE seeds at once.

STYLE is `notebook` (the notebook's code, line for line: D is called on real and on generated samples, ends in a sigmoid,
and the loss is -mean(log D) - mean(log(1 - D)); torch.optim.Adam as it comes) or `tuned` (one pass of D over both
batches, loss on logits, fused loops over parameters in Adam).

Reads a number of updates from each line of standard input and answers with the CPU seconds they took.
"""

import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

WIDTHS = [1, 10, 20, 10, 1]
BATCH = 64


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
    layers = []
    for inputs, units in zip(WIDTHS, WIDTHS[1:]):
        # One seed needs no batched product, and the ordinary layer is faster.
        layers += [nn.Linear(inputs, units) if seeds == 1 else BatchedLinear(seeds, inputs, units), nn.Sigmoid()]
    return nn.Sequential(*layers[:-1])


def main() -> None:
    seeds, style = int(sys.argv[1]), sys.argv[2]
    torch.set_num_threads(1)
    generator = network(seeds)
    discriminator = network(seeds)
    optimizer = torch.optim.Adam(discriminator.parameters(), lr=1e-3, foreach=style == "tuned")
    shape = (BATCH, 1) if seeds == 1 else (seeds, BATCH, 1)
    targets = torch.cat([torch.ones(shape), torch.zeros(shape)], dim=-2)

    def draw() -> tuple[torch.Tensor, torch.Tensor]:
        real = torch.randn(shape).mul_(0.1).add_(0.3)
        with torch.no_grad():
            return real, torch.sigmoid_(generator(torch.rand(shape)))

    def notebook_loss(real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
        on_real = torch.sigmoid(discriminator(real))
        on_fake = torch.sigmoid(discriminator(fake))
        # The mean over the batch, summed over seeds.
        return (-torch.log(on_real).mean(-2) - torch.log(1 - on_fake).mean(-2)).sum()

    def tuned_loss(real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
        logits = discriminator(torch.cat([real, fake], dim=-2))
        return F.binary_cross_entropy_with_logits(logits, targets, reduction="sum") / BATCH

    loss_of = {"notebook": notebook_loss, "tuned": tuned_loss}[style]

    def update() -> None:
        loss = loss_of(*draw())
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()

    for line in sys.stdin:
        start = time.process_time()
        for _ in range(int(line)):
            update()
        print(time.process_time() - start, flush=True)


main()
