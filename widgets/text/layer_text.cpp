#include "widgets/text/layer_text.h"

#include <QCoreApplication>

#include "network/layer_traits.h"

namespace kinglet::widgets {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::Layer)
};

const QString kTimes = QStringLiteral("×");

}  // namespace

QString kindName(network::LayerKind kind) {
  using enum network::LayerKind;
  switch (kind) {
    case conv2d:
      return Text::tr("convolution");
    case depthwise:
      return Text::tr("depthwise");
    case pointwise:
      return Text::tr("pointwise");
    case conv1dTime:
      return Text::tr("convolution over time");
    case frequencyToChannels:
      return Text::tr("frequency to channels");
    case add:
      return Text::tr("add");
    case concat:
      return Text::tr("concatenate");
    case split:
      return Text::tr("split");
    case shuffle:
      return Text::tr("channel shuffle");
    case squeezeExcite:
      return Text::tr("squeeze-excite");
    case maxPool:
      return Text::tr("max pool");
    case averagePool:
      return Text::tr("average pool");
    case globalAveragePool:
      return Text::tr("global average pool");
    case dense:
      return Text::tr("dense");
    case dilatedConv1dTime:
      return Text::tr("dilated convolution over time");
    case cropTime:
      return Text::tr("crop in time");
  }
  return {};
}

QString describe(const network::Layer& layer) {
  using enum network::LayerKind;
  QString text = kindName(layer.kind);
  const network::Window window = network::traitsOf(layer.kind).window;
  if (window == network::Window::plane || window == network::Window::overTime)
    text += QStringLiteral(" %1×%2").arg(layer.kernelH).arg(layer.kernelW);
  if (layer.strideH > 1 || layer.strideW > 1) {
    text += layer.strideH == layer.strideW ? Text::tr(", stride %1").arg(layer.strideH)
                                           : Text::tr(", stride %1×%2").arg(layer.strideH).arg(layer.strideW);
  }
  if (layer.dilation > 1) text += Text::tr(", dilation %1").arg(layer.dilation);
  if (layer.kind == squeezeExcite) text += Text::tr(", %1 units").arg(layer.units);
  if (layer.kind == cropTime) text += Text::tr(", %1 frames at either end").arg(layer.begin);
  if (layer.padding == network::Padding::validTime) text += Text::tr(", no padding in time");
  if (layer.kind == shuffle) text += Text::tr(", %1 groups").arg(layer.groups);
  if (layer.activation != network::Activation::none) {
    text += QStringLiteral(", ") + QString::fromUtf8(network::toText(layer.activation));
  }
  return text;
}

QString shapeText(const network::Shape& shape) {
  if (shape.h == 1 && shape.w == 1) return QString::number(shape.c);
  return QStringList{QString::number(shape.h), QString::number(shape.w), QString::number(shape.c)}.join(
      kTimes);
}

int kindCategory(network::LayerKind kind) {
  using enum network::LayerKind;
  switch (kind) {
    case conv2d:
      return 0;
    case depthwise:
      return 1;
    case pointwise:
      return 2;
    case conv1dTime:
    case dilatedConv1dTime:
      return 3;
    case dense:
      return 5;
    case squeezeExcite:
      return 4;
    case frequencyToChannels:
    case add:
    case concat:
    case split:
    case shuffle:
    case maxPool:
    case averagePool:
    case globalAveragePool:
    case cropTime:
      return -1;
  }
  return -1;
}

}  // namespace kinglet::widgets
