"""Runs TorchScript files in Python's PyTorch, one thread, without Kinglet. Argument: as onnx.cjs."""
import json, sys
import numpy, torch

torch.set_num_threads(1)
for job in json.load(open(sys.argv[1])):
    module = torch.jit.load(job["model"])
    inputs = numpy.fromfile(job["inputs"], "<f4").reshape([-1] + job["shape"])
    with torch.no_grad():
        answers = [module(torch.from_numpy(window.copy())).numpy() for window in inputs]
    numpy.concatenate(answers).astype("<f4").tofile(job["outputs"])
