#include "widgets/energy/energy_explain_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/energy/energy_error_table.h"
#include "widgets/energy/energy_figure.h"
#include "widgets/look/share_delegate.h"
#include "widgets/look/spread_strip.h"
#include "widgets/look/theme.h"
#include "widgets/text/message_text.h"
#include "widgets/text/table_text.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {

constexpr int kFrontEnd = -1;  // in the place of a layer's number

QString joules(double mj) {
  return figure(mj * 1e-3, Unit::joule);
}

QTableWidget* table(QWidget* parent, const QStringList& heads, const QString& name) {
  auto* it = new QTableWidget(0, static_cast<int>(heads.size()), parent);
  it->setHorizontalHeaderLabels(heads);
  it->horizontalHeader()->setHighlightSections(false);
  for (int column = 0; column < heads.size(); ++column) {
    it->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignVCenter |
                                                       (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
    it->horizontalHeader()->setSectionResizeMode(
        column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
  }
  it->verticalHeader()->hide();
  it->setShowGrid(false);
  it->setEditTriggers(QAbstractItemView::NoEditTriggers);
  it->setSelectionBehavior(QAbstractItemView::SelectRows);
  it->setSelectionMode(QAbstractItemView::SingleSelection);
  it->setTabKeyNavigation(false);
  it->setAccessibleName(name);
  return it;
}

void put(QTableWidget* table, int row, int column, const QString& text, const QVariant& data = {}) {
  auto* item = new QTableWidgetItem(text);
  item->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
  item->setData(Qt::UserRole, data);
  item->setToolTip(text);
  table->setItem(row, column, item);
}

void put(QTableWidget* table, int row, int column, double value, Unit unit, int digits = 3,
         const QVariant& data = {}) {
  put(table, row, column, QString(), data);
  setFigure(*table->item(row, column), value, unit, digits);
  table->item(row, column)->setToolTip(table->item(row, column)->text());
}

}  // namespace

EnergyExplainPanel::EnergyExplainPanel(QWidget* parent)
    : QWidget(parent),
      PicturedWidget(static_cast<QWidget&>(*this)),
      figure_(new EnergyFigure(this)),
      spread_(new SpreadStrip(this)),
      source_(new QLabel(this)),
      warnings_(new QLabel(this)),
      nearestTitle_(new QLabel(this)),
      empty_(new QLabel(tr("Why a figure is what it is appears here. Click an energy figure of a candidate."),
                        this)),
      layers_(table(this, {tr("Layer"), tr("Energy"), tr("9 times in 10"), tr("Share")},
                    tr("Layers that make the figure"))),
      nearest_(table(this,
                     {tr("Measured example"), tr("Measured"), tr("Predicted"), tr("Off by"), tr("Distance")},
                     tr("Nearest measured examples"))),
      content_(new QWidget(this)) {
  for (QLabel* label : {source_, warnings_, nearestTitle_, empty_}) label->setWordWrap(true);
  empty_->setAlignment(Qt::AlignCenter);
  source_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  layers_->setItemDelegateForColumn(3, new ShareDelegate(layers_));
  auto* next = new QPushButton(tr("What to measure next …"), this);
  auto* layout = new QVBoxLayout(content_);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->setSpacing(8);
  layout->addWidget(figure_, 0, Qt::AlignLeft);
  layout->addWidget(source_);
  layout->addWidget(warnings_);
  layout->addWidget(spread_);
  layout->addWidget(layers_, 3);
  layout->addWidget(nearestTitle_);
  layout->addWidget(nearest_, 2);
  layout->addWidget(next, 0, Qt::AlignLeft);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(empty_);
  outer->addWidget(content_);
  setAccessibleName(tr("Explanation of the energy figure"));
  connect(next, &QPushButton::clicked, this, &EnergyExplainPanel::measureNextRequested);
  connect(layers_, &QTableWidget::currentCellChanged, this, [this](int row) {
    if (row < 0 || layers_->item(row, 0) == nullptr) return;
    const int layer = layers_->item(row, 0)->data(Qt::UserRole).toInt();
    showNearest(layer);
    if (layer >= 0 && explanation_.layers.size() > 1) Q_EMIT layerSelected(layer);
  });
  clear();
}

void EnergyExplainPanel::clear() {
  explanation_ = {};
  empty_->show();
  content_->hide();
}

QString EnergyExplainPanel::warnings() const {
  return warnings_->text();
}

void EnergyExplainPanel::setExplanation(const energy::EnergyEstimate& estimate,
                                        const energy::Explanation& explanation) {
  explanation_ = explanation;
  empty_->hide();
  content_->show();
  figure_->setEstimate(estimate);
  // The estimate's own line names everything behind it, the front end's assumption too.
  source_->setText(QString::fromStdString(estimate.source.empty() ? explanation.source : estimate.source));
  QStringList warnings;
  for (const base::Message& warning : explanation.warnings)
    warnings << QStringLiteral("⚠ ") + messageText(warning);
  warnings_->setText(warnings.join('\n'));
  warnings_->setVisible(!warnings.isEmpty());
  colourWarnings();
  spread_->setSpread(explanation.spread, explanation.total);

  // From the largest, the front end among them; what a layer's number is stays with it.
  const double frontEnd = std::max(0.0, estimate.frontEndMillijoules);
  const double whole = explanation.total.mj + frontEnd;
  const auto energyOf = [&](int number) {
    return number == kFrontEnd ? frontEnd : explanation.layers[static_cast<std::size_t>(number)].energy.mj;
  };
  std::vector<int> order(explanation.layers.size());
  std::iota(order.begin(), order.end(), 0);
  if (frontEnd > 0) order.push_back(kFrontEnd);
  std::stable_sort(order.begin(), order.end(),
                   [&](int one, int other) { return energyOf(one) > energyOf(other); });
  bool anyInterval = false;
  const QSignalBlocker quiet(layers_);
  layers_->setRowCount(static_cast<int>(order.size()));
  for (int row = 0; row < layers_->rowCount(); ++row) {
    const int number = order[static_cast<std::size_t>(row)];
    const double share = whole > 0 ? energyOf(number) / whole : 0;
    put(layers_, row, 1, energyOf(number) * 1e-3, Unit::joule);
    put(layers_, row, 2, figure(std::nan("")));
    put(layers_, row, 3, 100 * share, Unit::percent, 2, share);
    if (number == kFrontEnd) {
      put(layers_, row, 0, tr("Front end"), kFrontEnd);
      layers_->item(row, 0)->setToolTip(tr("Log-mel spectrogram: an assumption, see the source above"));
      continue;
    }
    const energy::LayerExplanation& layer = explanation.layers[static_cast<std::size_t>(number)];
    const QString name = QString::fromStdString(layer.name);
    put(layers_, row, 0, layer.outside.empty() ? name : QStringLiteral("⚠ ") + name, number);
    if (!layer.outside.empty()) {
      QStringList outside;
      for (const base::Message& text : layer.outside) outside << messageText(text);
      layers_->item(row, 0)->setToolTip(tr("Outside of what was measured: %1").arg(outside.join("; ")));
    }
    if (std::isfinite(layer.energy.low + layer.energy.high)) {
      anyInterval = true;
      put(layers_, row, 2, joules(layer.energy.low) + " – " + joules(layer.energy.high));
    }
  }
  layers_->setColumnHidden(2, !anyInterval);
  // What is shown below belongs to the dearest layer.
  const auto dearest =
      std::find_if(order.begin(), order.end(), [](int number) { return number != kFrontEnd; });
  if (dearest != order.end()) layers_->setCurrentCell(static_cast<int>(dearest - order.begin()), 0);
  showNearest(dearest == order.end() ? -1 : *dearest);
}

void EnergyExplainPanel::selectLayer(int layer) {
  if (explanation_.layers.size() < 2) return;
  for (int row = 0; row < layers_->rowCount(); ++row) {
    if (layers_->item(row, 0)->data(Qt::UserRole).toInt() != layer) continue;
    const QSignalBlocker quiet(layers_);
    layers_->setCurrentCell(row, 0);
    if (layer >= 0) showNearest(layer);
  }
}

void EnergyExplainPanel::showNearest(int layer) {
  const bool ofLayer = explanation_.nearest.empty() && layer >= 0;
  const auto& examples =
      ofLayer ? explanation_.layers[static_cast<std::size_t>(layer)].nearest : explanation_.nearest;
  nearestTitle_->setText(
      examples.empty() ? tr("There are no measured examples to compare with.")
      : ofLayer        ? tr("Nearest measured examples to %1 (distance under 1 is alike, over 3 far)")
                      .arg(QString::fromStdString(explanation_.layers[static_cast<std::size_t>(layer)].name))
                : tr("Nearest measured networks (distance under 1 is alike, over 3 far)"));
  nearest_->setVisible(!examples.empty());
  nearest_->setRowCount(static_cast<int>(examples.size()));
  for (int row = 0; row < nearest_->rowCount(); ++row) {
    const energy::NearestExample& example = examples[static_cast<std::size_t>(row)];
    const double off = 100 * (example.predicted.mj / example.measuredMj - 1);
    put(nearest_, row, 0, QString::fromStdString(example.name));
    put(nearest_, row, 1, example.measuredMj * 1e-3, Unit::joule);
    put(nearest_, row, 2, example.predicted.mj * 1e-3, Unit::joule);
    put(nearest_, row, 3, off, Unit::percent, 2);
    if (off > 0) nearest_->item(row, 3)->setText(u'+' + nearest_->item(row, 3)->text());
    put(nearest_, row, 4, example.distance, Unit::none, 2);
  }
}

void EnergyExplainPanel::colourWarnings() {
  QPalette colours = palette();
  colours.setColor(QPalette::WindowText,
                   readable(Theme(palette()).warning, palette().color(QPalette::Window)));
  warnings_->setPalette(colours);
}

void EnergyExplainPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) colourWarnings();
}

}  // namespace kinglet::widgets
