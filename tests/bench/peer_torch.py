"""Networks as kinglet stores them (JSON) in plain PyTorch, for benchmarks that hold Kinglet's training against it."""
import torch
from torch import nn
import torch.nn.functional as F


def pads(layer, size, side):  # zeros before and after, as TensorFlow pads "same"
    if layer.get("padding", "same") == "valid":
        return 0, 0
    kernel, stride = layer.get("kernel_" + side, 1), layer.get("stride_" + side, 1)
    total = max(0, (-(-size // stride) - 1) * stride + kernel - size)
    return total // 2, total - total // 2


class Layer(nn.Module):
    def __init__(self, layer, shapes):
        super().__init__()
        self.layer, self.kind = layer, layer["kind"]
        self.relu = {"relu": F.relu, "relu6": F.relu6, "hard_swish": F.hardswish}.get(layer.get("activation"), lambda x: x)
        h, w, c = shapes[layer["inputs"][0]]
        out = (h, w, c)
        self.padding = None
        self.norm = None
        if self.kind in ("conv", "depthwise", "pointwise", "conv1d_time"):
            kernel = (layer.get("kernel_h", 1), layer.get("kernel_w", 1))
            stride = (layer.get("stride_h", 1), layer.get("stride_w", 1))
            top, bottom = pads(layer, h, "h")
            left, right = pads(layer, w, "w")
            symmetric = top == bottom and left == right
            if not symmetric:
                self.padding = (left, right, top, bottom)
            depthwise = self.kind == "depthwise"
            filters = c if depthwise else layer["filters"]
            self.conv = nn.Conv2d(c, filters, kernel, stride, (top, left) if symmetric else 0, groups=c if depthwise else 1,
                                  bias=not layer.get("batch_norm", False))
            out = ((h + top + bottom - kernel[0]) // stride[0] + 1, (w + left + right - kernel[1]) // stride[1] + 1, filters)
        elif self.kind == "dense":
            self.dense = nn.Linear(h * w * c, layer["filters"], bias=not layer.get("batch_norm", False))
            out = (1, 1, layer["filters"])
        elif self.kind == "squeeze_excite":
            self.reduce, self.expand = nn.Linear(c, layer["units"]), nn.Linear(layer["units"], c)
        elif self.kind == "frequency_to_channels":
            out = (h, 1, w * c)
        elif self.kind == "global_average_pool":
            out = (1, 1, c)
        elif self.kind == "concat":
            out = (h, w, c + shapes[layer["inputs"][1]][2])
        elif self.kind == "split":
            out = (h, w, layer["filters"])
        elif self.kind not in ("add", "shuffle"):
            raise ValueError("no layer %s here" % self.kind)
        if layer.get("batch_norm"):
            self.norm = nn.BatchNorm2d(out[2], eps=1e-3)
        self.out = out

    def forward(self, inputs):
        x = inputs[0]
        if self.kind in ("conv", "depthwise", "pointwise", "conv1d_time"):
            x = self.conv(F.pad(x, self.padding) if self.padding else x)
        elif self.kind == "dense":
            x = self.dense(x.flatten(1))[:, :, None, None]
        elif self.kind == "squeeze_excite":
            gate = F.hardsigmoid(self.expand(F.relu(self.reduce(x.mean((2, 3))))))
            return x * gate[:, :, None, None]
        elif self.kind == "frequency_to_channels":
            return x.transpose(1, 2).transpose(2, 3).flatten(2).transpose(1, 2)[:, :, :, None]
        elif self.kind == "global_average_pool":
            return x.mean((2, 3), keepdim=True)
        elif self.kind == "add":
            x = x + inputs[1]
        elif self.kind == "concat":
            return torch.cat(inputs, 1)
        elif self.kind == "split":
            begin = self.layer.get("begin", 0)
            return x[:, begin:begin + self.layer["filters"]]
        elif self.kind == "shuffle":
            n, c, h, w = x.shape
            groups = self.layer.get("groups", 2)
            return x.view(n, groups, c // groups, h, w).transpose(1, 2).reshape(n, c, h, w)
        if self.norm is not None:
            x = self.norm(x)
        return self.relu(x)


class Network(nn.Module):
    """x: clips x 1 x frames x mels; gives logits."""

    def __init__(self, spec):
        super().__init__()
        shapes = {-1: tuple(spec["input"])}
        self.inputs = []
        layers = []
        for number, layer in enumerate(spec["layers"]):
            layers.append(Layer(layer, shapes))
            shapes[number] = layers[-1].out
            self.inputs.append(layer["inputs"])
        self.layers = nn.ModuleList(layers)

    def forward(self, x):
        values = {-1: x}
        for number, layer in enumerate(self.layers):
            values[number] = layer([values[i] for i in self.inputs[number]])
        return values[len(self.layers) - 1].flatten(1)
