// Networks as tables of layers: what a measured network looks like when only its shapes are published.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "energy/work.h"

namespace kinglet::energy {

// Reads a CSV with the columns type, in_h, in_w, in_c, out_h, out_w, out_c, kernel_h, kernel_w, stride and,
// where there, network, layer, macs, params (counted from the shapes where missing). Types are those of
// TensorFlow Lite (CONV_2D, DEPTHWISE_CONV_2D, FULLY_CONNECTED, ADD, AVERAGE_POOL_2D, MAX_POOL_2D, MEAN,
// CONCATENATION, MUL, RESHAPE, SOFTMAX ...), in any case. Without a column "network" all rows are one network
// named after the file. Rows keep their order. Throws base::Error naming the line: an unknown type, a shape
// that is not a positive whole number, counts below zero.
std::map<std::string, std::vector<LayerWork>> readLayerTable(const std::filesystem::path& path);

}  // namespace kinglet::energy
