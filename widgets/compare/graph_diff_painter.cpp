#include "widgets/compare/graph_diff_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "network/layer_traits.h"
#include "widgets/compare/compare_look.h"
#include "widgets/text/layer_text.h"

namespace kinglet::widgets {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::GraphDiffView)
};

using network::LayerChange;

constexpr double kMargin = 8, kGap = 8, kSign = 18, kBoxGap = 4;
constexpr double kSmallestBox = 108, kSmallestBar = 110, kRoomForChanges = 760;

QString frontEndText(const network::InputSpec& input) {
  return Text::tr("front end: %1 mels, hop %2 ms").arg(input.mels).arg(input.hopMs);
}

QString layerText(const network::NetworkSpec& network, int index) {
  const network::Layer& layer = network.layers()[static_cast<std::size_t>(index)];
  const QString text = describe(layer);
  if (network::traitsOf(layer.kind).weights != network::WeightForm::filters) return text;
  return Text::tr("%1, %2 filters", "pointwise, relu, 24 filters").arg(text).arg(layer.filters);
}

}  // namespace

double GraphDiffPainter::rowHeight() const {
  return std::ceil(QFontMetricsF(font_).height() * 1.8);
}

double GraphDiffPainter::headHeight() const {
  return 2 * rowHeight();
}

double GraphDiffPainter::smallestWidth() const {
  return 2 * kMargin + kSign + 2 * kSmallestBox + kSmallestBar + 3 * kGap;
}

GraphDiffPainter::Columns GraphDiffPainter::columns(double width) const {
  const double height = rowHeight(), rest = width - 2 * kMargin - kSign;
  const bool changes = width >= kRoomForChanges;
  const double bar = std::max(kSmallestBar, rest * (changes ? 0.22 : 0.28));
  const double change = changes ? rest * 0.22 : 0;
  const double box = (rest - bar - change - (changes ? 4 : 3) * kGap) / 2;
  Columns at;
  at.sign = QRectF(kMargin, 0, kSign, height);
  at.first = QRectF(at.sign.right(), 0, box, height);
  at.second = QRectF(at.first.right() + kGap, 0, box, height);
  at.change = QRectF(at.second.right() + kGap, 0, change, height);
  at.bar = QRectF(width - kMargin - bar, 0, bar, height);
  return at;
}

QString GraphDiffPainter::firstText(int row) const {
  const study::GraphDiffRow& it = diff_->rows[static_cast<std::size_t>(row)];
  if (it.isFrontEnd()) return frontEndText(diff_->first.input);
  if (it.before < 0 || it.change == LayerChange::movedHere) return {};
  return layerText(diff_->first.network, it.before);
}

QString GraphDiffPainter::secondText(int row) const {
  const study::GraphDiffRow& it = diff_->rows[static_cast<std::size_t>(row)];
  if (it.isFrontEnd()) return frontEndText(diff_->second.input);
  if (it.after < 0 || it.change == LayerChange::movedAway) return {};
  return layerText(diff_->second.network, it.after);
}

QString GraphDiffPainter::changeText(int row) const {
  const study::GraphDiffRow& it = diff_->rows[static_cast<std::size_t>(row)];
  return it.edits.empty() ? changeName(it.change) : editsText(it.edits);
}

QString GraphDiffPainter::differenceOf(int row) const {
  const study::GraphDiffRow& it = diff_->rows[static_cast<std::size_t>(row)];
  const double difference = it.difference(amount_);
  return difference == 0 ? QString() : differenceText(amount_, difference);
}

double GraphDiffPainter::shareOf(int row) const {
  const double largest = diff_->largest(amount_);
  const double difference = diff_->rows[static_cast<std::size_t>(row)].difference(amount_);
  return largest > 0 && std::isfinite(difference) ? difference / largest : 0;
}

QColor GraphDiffPainter::fillOf(const Theme& theme, int row) const {
  return differenceFill(theme, shareOf(row));
}

void GraphDiffPainter::paintHead(QPainter& painter, const Theme& theme, double width) const {
  if (!diff_) return;
  const Columns at = columns(width);
  const double height = rowHeight();
  const QFontMetricsF metrics(font_);
  painter.fillRect(QRectF(0, 0, width, headHeight()), theme.paper);
  painter.setFont(font_);
  painter.setPen(theme.faint);
  const auto head = [&](const QRectF& column, Qt::Alignment side, const QString& text) {
    painter.drawText(column, side | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, column.width()));
  };
  head(at.first, Qt::AlignLeft, comparedName(diff_->first));
  head(at.second, Qt::AlignLeft, comparedName(diff_->second));
  if (at.change.width() > 0) head(at.change, Qt::AlignLeft, Text::tr("Change"));
  head(at.bar, Qt::AlignRight, Text::tr("%1, difference").arg(amountName(amount_)));

  QFont bold = font_;
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(theme.text);
  const QFontMetricsF wide(bold);
  const auto total = [&](const QRectF& column, Qt::Alignment side, const QString& text) {
    painter.drawText(column.translated(0, height), side | Qt::AlignVCenter,
                     wide.elidedText(text, Qt::ElideRight, column.width()));
  };
  total(at.sign, Qt::AlignLeft, QStringLiteral("Σ"));
  total(at.first, Qt::AlignLeft, valueText(amount_, amountOf(diff_->was, amount_)));
  total(at.second, Qt::AlignLeft, valueText(amount_, amountOf(diff_->is, amount_)));
  if (at.change.width() > 0) total(at.change, Qt::AlignLeft, summaryText(*diff_));
  total(at.bar, Qt::AlignRight, differenceText(amount_, diff_->difference(amount_)));
  painter.setPen(QPen(theme.grid, 1));
  painter.drawLine(QPointF(0, headHeight() - 0.5), QPointF(width, headHeight() - 0.5));
}

void GraphDiffPainter::paint(QPainter& painter, const Theme& theme, const Look& look, double width,
                             double top, double bottom) const {
  if (rows() == 0) return;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(font_);
  const Columns at = columns(width);
  const int first = std::max(0, static_cast<int>(top / rowHeight()));
  const int last = std::min(rows() - 1, static_cast<int>(bottom / rowHeight()));
  for (int row = first; row <= last; ++row) {
    painter.save();
    painter.translate(0, row * rowHeight());
    paintRow(painter, theme, look, at, row);
    painter.restore();
  }
}

void GraphDiffPainter::paintBox(QPainter& painter, const Theme& theme, const QRectF& box, const QString& text,
                                const QColor& fill, bool strong) const {
  const QRectF inner = box.adjusted(0, kBoxGap / 2, 0, -kBoxGap / 2);
  if (text.isEmpty()) {
    // Where the other network has a layer and this one none.
    painter.setPen(QPen(theme.grid, 1, Qt::DashLine));
    painter.drawLine(QPointF(inner.left() + 6, inner.center().y()),
                     QPointF(inner.right() - 6, inner.center().y()));
    return;
  }
  painter.setPen(QPen(strong ? theme.line : theme.grid, 1));
  painter.setBrush(fill);
  painter.drawRoundedRect(inner, 3, 3);
  painter.setPen(readable(strong || fill != theme.paper ? theme.text : theme.faint, fill));
  painter.drawText(inner.adjusted(8, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, inner.width() - 14));
}

// From the middle, more to the right and less to the left; the figure with its sign stands at the edge.
void GraphDiffPainter::paintBar(QPainter& painter, const Theme& theme, const QRectF& column, double share,
                                const QString& text) const {
  const double figures = QFontMetricsF(painter.font()).horizontalAdvance(QStringLiteral("−888 mJ "));
  painter.setPen(theme.text);
  painter.drawText(column, Qt::AlignRight | Qt::AlignVCenter, text);
  const double room = column.width() - figures - 6;
  if (room < 16) return;
  const double middle = column.left() + room / 2, length = room / 2 * std::abs(share);
  painter.setPen(QPen(theme.grid, 1));
  painter.drawLine(QPointF(middle, column.top()), QPointF(middle, column.bottom()));
  if (share == 0) return;
  const double half = column.height() * 0.18;
  const QRectF bar(share > 0 ? middle : middle - length, column.center().y() - half, std::max(1.5, length),
                   2 * half);
  painter.fillRect(bar, differenceInk(theme, share));
}

void GraphDiffPainter::paintRow(QPainter& painter, const Theme& theme, const Look& look, const Columns& at,
                                int row) const {
  const study::GraphDiffRow& it = diff_->rows[static_cast<std::size_t>(row)];
  const bool selected = look.selected == row, hovered = look.hovered == row;
  if (selected || hovered)
    painter.fillRect(QRectF(0, 0, at.bar.right() + kMargin, rowHeight()),
                     mixed(theme.paper, theme.selection, selected ? 0.2 : 0.08));
  const bool quiet = it.change == LayerChange::same || it.change == LayerChange::follows;
  const QColor fill = fillOf(theme, row);
  QFont bold = font_;
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(theme.text);
  painter.drawText(at.sign, Qt::AlignCenter, QString::fromUtf8(network::signOf(it.change)));
  painter.setFont(font_);
  const bool onlyFirst = it.change == LayerChange::removed;
  paintBox(painter, theme, at.first, firstText(row), onlyFirst ? fill : theme.paper, !quiet);
  const bool told = at.change.width() > 0 || it.edits.empty();
  paintBox(painter, theme, at.second, told ? secondText(row) : editsText(it.edits), fill, !quiet);
  if (at.change.width() > 0) {
    painter.setPen(quiet ? theme.faint : theme.text);
    const QString text = it.change == LayerChange::same ? QString() : changeText(row);
    painter.drawText(at.change, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(font_).elidedText(text, Qt::ElideRight, at.change.width()));
  }
  paintBar(painter, theme, at.bar, shareOf(row), differenceOf(row));
}

}  // namespace kinglet::widgets
