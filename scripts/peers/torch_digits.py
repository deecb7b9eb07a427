"""Contender `torch_digits.py ARM STYLE`: an update of both players of src/benchmark/digits.ts in PyTorch eager.

ARM is `momentum`, `Adam` or `Adam, dropout`. STYLE is `tutorial` (D is called on real and on generated images, ends in a
sigmoid, nn.BCELoss; the generator's loss leaves gradients in D that are thrown away) or `tuned` (one pass of D over both
batches, loss on logits, fused loops over parameters, no gradients of D for the generator's loss).

Reads a number of rounds from each line of standard input and answers with the CPU seconds they took.
"""

import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

BATCH = 64
LATENT = 100
PIXELS = 784


def generator() -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(LATENT, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, PIXELS), nn.Sigmoid()
    )


def discriminator(dropout: bool) -> nn.Sequential:
    """Gives logits."""
    drop = [nn.Dropout(0.5)] if dropout else []
    return nn.Sequential(
        nn.Linear(PIXELS, 128), nn.ReLU(), *drop, nn.Linear(128, 128), nn.ReLU(), *drop, nn.Linear(128, 1)
    )


def main() -> None:
    arm, style = sys.argv[1:]
    torch.set_num_threads(1)
    tuned = style == "tuned"
    g, d = generator(), discriminator(arm == "Adam, dropout")

    def optimizer(player: nn.Module) -> torch.optim.Optimizer:
        if arm == "momentum":
            return torch.optim.SGD(player.parameters(), lr=0.1, momentum=0.5, foreach=tuned)
        return torch.optim.Adam(player.parameters(), lr=5e-4, betas=(0.5, 0.999), foreach=tuned)

    g_optimizer, d_optimizer = optimizer(g), optimizer(d)
    real = torch.rand(BATCH, PIXELS)
    ones, zeros = torch.ones(BATCH, 1), torch.zeros(BATCH, 1)
    both = torch.cat([ones, zeros])

    def d_loss(fake: torch.Tensor) -> torch.Tensor:
        if tuned:
            return 2 * F.binary_cross_entropy_with_logits(d(torch.cat([real, fake])), both)
        return F.binary_cross_entropy(torch.sigmoid(d(real)), ones) + F.binary_cross_entropy(torch.sigmoid(d(fake)), zeros)

    def g_loss(fake: torch.Tensor) -> torch.Tensor:
        if tuned:
            return F.binary_cross_entropy_with_logits(d(fake), ones)
        return F.binary_cross_entropy(torch.sigmoid(d(fake)), ones)

    def play() -> None:
        with torch.no_grad():
            fake = g(torch.randn(BATCH, LATENT))
        loss = d_loss(fake)
        d_optimizer.zero_grad(set_to_none=True)
        loss.backward()
        d_optimizer.step()

        d.requires_grad_(not tuned)
        loss = g_loss(g(torch.randn(BATCH, LATENT)))
        g_optimizer.zero_grad(set_to_none=True)
        loss.backward()
        g_optimizer.step()
        d.requires_grad_(True)

    for line in sys.stdin:
        start = time.process_time()
        for _ in range(int(line)):
            play()
        print(time.process_time() - start, flush=True)


main()
