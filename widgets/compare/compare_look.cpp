#include "widgets/compare/compare_look.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>

#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::Compare)
};

const QColor kMore(213, 94, 0), kLess(0, 114, 178);

QString figureOfEdit(network::LayerFigure edited) {
  using enum network::LayerFigure;
  switch (edited) {
    case kind:
      return Text::tr("kind");
    case filters:
      return Text::tr("filters");
    case kernel:
      return Text::tr("kernel");
    case stride:
      return Text::tr("stride");
    case dilation:
      return Text::tr("dilation");
    case padding:
      return Text::tr("padding");
    case activation:
      return Text::tr("activation");
    case batchNorm:
      return Text::tr("batch norm");
    case begin:
      return Text::tr("begin");
    case groups:
      return Text::tr("groups");
    case units:
      return Text::tr("units");
    case inputs:
      return Text::tr("reads");
  }
  return {};
}

bool isShare(study::Figure figure) {
  return figure == study::Figure::accuracy || figure == study::Figure::balancedAccuracy;
}

QString signedText(double difference, const QString& size) {
  return (difference > 0 ? QStringLiteral("+") : QStringLiteral("−")) + size;
}

bool isNumbered(const study::Compared& compared) {
  return compared.trial >= 0 && compared.name == "trial " + std::to_string(compared.trial);
}

}  // namespace

QString comparedName(const study::Compared& compared) {
  return isNumbered(compared) ? Text::tr("Candidate %1").arg(compared.trial)
                              : QString::fromStdString(compared.name);
}

QString shortName(const study::Compared& compared) {
  return isNumbered(compared) ? QString::number(compared.trial) : QString::fromStdString(compared.name);
}

QString figureName(study::Figure figure) {
  using enum study::Figure;
  switch (figure) {
    case accuracy:
      return Text::tr("Accuracy");
    case balancedAccuracy:
      return Text::tr("Balanced accuracy");
    case energy:
      return Text::tr("Energy");
    case latency:
      return Text::tr("Latency");
    case power:
      return Text::tr("Mean power");
    case flash:
      return Text::tr("Flash");
    case ram:
      return Text::tr("RAM");
    case macs:
      return Text::tr("MACs");
    case params:
      return Text::tr("Parameters");
  }
  return {};
}

QString amountName(study::Amount amount) {
  using enum study::Amount;
  switch (amount) {
    case energy:
      return Text::tr("Energy");
    case macs:
      return Text::tr("MACs");
    case flash:
      return Text::tr("Flash");
    case ram:
      return Text::tr("RAM");
  }
  return {};
}

QString changeName(network::LayerChange change) {
  using enum network::LayerChange;
  switch (change) {
    case same:
      return Text::tr("same");
    case follows:
      return Text::tr("shape follows");
    case edited:
      return Text::tr("edited");
    case added:
      return Text::tr("added");
    case removed:
      return Text::tr("removed");
    case movedAway:
      return Text::tr("moved from here");
    case movedHere:
      return Text::tr("moved here");
  }
  return {};
}

QString editsText(const std::vector<network::LayerEdit>& edits) {
  QStringList parts;
  for (const network::LayerEdit& edit : edits)
    parts << Text::tr("%1 %2 → %3", "filters 16 → 24")
                 .arg(figureOfEdit(edit.figure), QString::fromStdString(edit.before),
                      QString::fromStdString(edit.after));
  return parts.join(QStringLiteral("; "));
}

QString summaryText(const study::GraphDiff& diff) {
  using network::LayerChange;
  QStringList parts;
  const auto tell = [&](LayerChange change, const QString& pattern) {
    if (const int count = diff.count(change); count > 0) parts << pattern.arg(count);
  };
  tell(LayerChange::added, Text::tr("%1 added"));
  tell(LayerChange::removed, Text::tr("%1 removed"));
  tell(LayerChange::edited, Text::tr("%1 edited"));
  tell(LayerChange::movedHere, Text::tr("%1 moved"));
  tell(LayerChange::follows, Text::tr("%1 of another shape only"));
  if (diff.frontEndDiffers) parts << Text::tr("another front end");
  return parts.isEmpty() ? Text::tr("the same layers") : parts.join(QStringLiteral(", "));
}

QString valueText(study::Figure it, double value) {
  using enum study::Figure;
  switch (it) {
    case accuracy:
    case balancedAccuracy:
      return figure(100 * value, Unit::percent);
    case energy:
      return figure(value * 1e-3, Unit::joule);
    case latency:
      return figure(value * 1e-3, Unit::second);
    case power:
      return figure(value * 1e-3, Unit::watt);
    case flash:
    case ram:
      return figure(value, Unit::byte);
    case macs:
    case params:
      return figure(value, Unit::count);
  }
  return {};
}

QString valueText(study::Amount amount, double value) {
  using enum study::Amount;
  switch (amount) {
    case energy:
      return figure(value * 1e-3, Unit::joule);
    case macs:
      return figure(value, Unit::count);
    case flash:
    case ram:
      return figure(value, Unit::byte);
  }
  return {};
}

QString differenceText(study::Figure it, double was, double is) {
  const double difference = is - was;
  if (!std::isfinite(difference)) return QStringLiteral("–");
  if (difference == 0) return QStringLiteral("0");
  if (isShare(it))
    return signedText(difference, Text::tr("%1 points").arg(figure(100 * std::abs(difference), 2)));
  QString text = signedText(difference, valueText(it, std::abs(difference)));
  if (was > 0)
    text += QStringLiteral(" (%1)").arg(
        signedText(difference, figure(100 * std::abs(difference) / was, Unit::percent, 2)));
  return text;
}

QString differenceText(study::Amount amount, double difference) {
  if (!std::isfinite(difference)) return QStringLiteral("–");
  return difference == 0 ? QStringLiteral("0")
                         : signedText(difference, valueText(amount, std::abs(difference)));
}

QColor differenceFill(const Theme& theme, double share) {
  if (!std::isfinite(share) || share == 0) return theme.paper;
  return mixed(theme.paper, share > 0 ? kMore : kLess, 0.12 + 0.48 * std::min(1.0, std::abs(share)));
}

QColor differenceInk(const Theme& theme, double share) {
  return readable(share > 0 ? kMore : kLess, theme.paper, 3);
}

QColor comparedColour(const Theme& theme, int index) {
  return theme.category(index + 1);  // as on the learning curves
}

MarkShape comparedShape(int index) {
  constexpr MarkShape kShapes[] = {MarkShape::circle, MarkShape::square, MarkShape::triangle,
                                   MarkShape::diamond};
  return kShapes[index % 4];
}

}  // namespace kinglet::widgets
