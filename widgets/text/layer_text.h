// Layers in words.
#pragma once

#include <QString>

#include "network/network_spec.h"

namespace kinglet::widgets {

QString kindName(network::LayerKind kind);  // "depthwise"
// "depthwise 3×3, stride 2, relu"
QString describe(const network::Layer& layer);
// "49 × 10 × 64": time, frequency, channels.
QString shapeText(const network::Shape& shape);
// A colour's place: kinds that cost alike share one. -1 for those that cost next to nothing.
int kindCategory(network::LayerKind kind);

}  // namespace kinglet::widgets
