#include "widgets/energy/mean_power_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "widgets/look/share_delegate.h"
#include "widgets/look/theme.h"
#include "widgets/text/power_parts.h"
#include "widgets/text/provenance.h"
#include "widgets/text/table_text.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {

constexpr int kMark = 12;

QTableWidgetItem* cell(Qt::Alignment side, const QString& tip) {
  auto* item = new QTableWidgetItem;
  item->setTextAlignment(Qt::AlignVCenter | side);
  item->setToolTip(tip);
  return item;
}

}  // namespace

MeanPowerPanel::MeanPowerPanel(QWidget* parent)
    : QWidget(parent),
      PicturedWidget(static_cast<QWidget&>(*this)),
      figure_(new QLabel(this)),
      mark_(new QLabel(this)),
      words_(new QLabel(this)),
      warning_(new QLabel(this)),
      parts_(new QTableWidget(0, 3, this)) {
  setAccessibleName(tr("Mean power while listening"));
  QFont large = figure_->font();
  large.setPointSizeF(large.pointSizeF() * 1.2);
  figure_->setFont(large);
  figure_->setAccessibleName(tr("Mean power"));
  figure_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  words_->setForegroundRole(QPalette::PlaceholderText);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  for (QLabel* label : {words_, warning_}) label->setWordWrap(true);

  parts_->setHorizontalHeaderLabels({tr("Part"), tr("Power"), tr("Share")});
  auto* heads = parts_->horizontalHeader();
  heads->setHighlightSections(false);
  for (int column = 0; column < parts_->columnCount(); ++column) {
    parts_->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignVCenter |
                                                           (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
    heads->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
  }
  parts_->verticalHeader()->hide();
  parts_->setShowGrid(false);
  parts_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  parts_->setSelectionBehavior(QAbstractItemView::SelectRows);
  parts_->setSelectionMode(QAbstractItemView::SingleSelection);
  parts_->setTabKeyNavigation(false);
  parts_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  parts_->setAccessibleName(tr("Parts of the mean power"));
  parts_->setItemDelegateForColumn(2, new ShareDelegate(parts_));

  auto* line = new QHBoxLayout;
  line->setSpacing(8);
  line->addWidget(mark_);
  line->addWidget(figure_);
  line->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 0, 8, 0);
  layout->setSpacing(4);
  layout->addLayout(line);
  layout->addWidget(words_);
  layout->addWidget(warning_);
  layout->addWidget(parts_);
}

void MeanPowerPanel::setContent(const Content& content) {
  content_ = content;
  const energy::MeanPower& power = content_.power;
  figure_->setText(figure(power.totalMw * 1e-3, Unit::watt));
  QStringList words{content_.device};
  const QString runtime = QString::fromStdString(content_.energy.runtime);
  if (!content_.device.contains(runtime)) words << runtime;  // boards of several runtimes name theirs
  words << listeningText(content_.inferencesPerSecond, power.clockMhz);
  if (power.duty > 0 && power.keepsUp)
    words << tr("computes %1 of the time").arg(figure(100 * power.duty, Unit::percent, 2));
  words.removeAll(QString());
  words_->setText(words.join(QStringLiteral(" · ")));
  warning_->setText(power.keepsUp ? QString()
                                  : QStringLiteral("⚠ ") +
                                        tr("The work of a second takes %1: it cannot keep up. A faster "
                                           "clock or fewer inferences a second would help.")
                                            .arg(figure(power.duty, Unit::second)));
  warning_->setVisible(!power.keepsUp);

  const auto parts = powerParts(power);
  parts_->setRowCount(static_cast<int>(parts.size()));
  for (int row = 0; row < parts_->rowCount(); ++row) {
    const PowerPart& part = parts[static_cast<std::size_t>(row)];
    QString tip = part.meaning;
    if (part.kind == PowerPart::Kind::waiting && !content_.idleSource.isEmpty())
      tip += u'\n' + content_.idleSource;
    auto* name = cell(Qt::AlignLeft, tip);
    name->setText(part.name);
    auto* power = cell(Qt::AlignRight, tip);
    setFigure(*power, part.milliwatts * 1e-3, Unit::watt);
    auto* share = cell(Qt::AlignRight, tip);
    setFigure(*share, 100 * part.share, Unit::percent, 2);
    share->setData(Qt::UserRole, part.share);
    parts_->setItem(row, 0, name);
    parts_->setItem(row, 1, power);
    parts_->setItem(row, 2, share);
  }
  parts_->resizeRowsToContents();
  // All of them, without scrolling.
  int height = parts_->horizontalHeader()->sizeHint().height() + 2 * parts_->frameWidth();
  for (int row = 0; row < parts_->rowCount(); ++row) height += parts_->rowHeight(row);
  parts_->setFixedHeight(height);
  setAccessibleDescription(figure_->text() + QStringLiteral(": ") + powerPartsText(power, 6));
  showFigure();
}

QString MeanPowerPanel::words() const {
  return words_->text();
}

QString MeanPowerPanel::warning() const {
  return warning_->text();
}

void MeanPowerPanel::showFigure() {
  const Theme theme = Theme::of(this);
  mark_->setPixmap(provenancePixmap(content_.energy.provenance, theme.faint, kMark, devicePixelRatioF()));
  mark_->setToolTip(energyToolTip(content_.energy));
  figure_->setToolTip(energyToolTip(content_.energy));
  QPalette colours = palette();
  colours.setColor(QPalette::WindowText, readable(theme.warning, palette().color(QPalette::Window)));
  warning_->setPalette(colours);
}

void MeanPowerPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) showFigure();
}

}  // namespace kinglet::widgets
