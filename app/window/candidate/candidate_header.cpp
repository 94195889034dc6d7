#include "app/window/candidate/candidate_header.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/window/kit/icons.h"
#include "app/window/kit/section.h"
#include "energy/energy_model.h"
#include "widgets/energy/energy_figure.h"
#include "widgets/text/message_text.h"
#include "widgets/text/power_parts.h"
#include "widgets/text/strategy_text.h"
#include "widgets/trials/trial_card.h"

namespace kinglet::window {

using widgets::figure;
using widgets::Quantity;
using widgets::Unit;

namespace {
constexpr int kMostColumns = 3, kBetween = 16;
}

CandidateHeader::CandidateHeader(QWidget* parent)
    : QWidget(parent),
      title_(headingLabel({}, 1.44)),
      state_(faintLabel({})),
      grid_(new QGridLayout),
      star_(new QToolButton),
      energy_(new widgets::EnergyFigure),
      note_(new QLineEdit) {
  star_->setCheckable(true);
  star_->setAutoRaise(true);
  star_->setIconSize({20, 20});
  star_->setAccessibleName(tr("Star"));
  state_->setWordWrap(true);
  note_->setPlaceholderText(tr("Add a note"));
  note_->setAccessibleName(tr("Note"));
  note_->setMaxLength(2000);

  auto* line = new QHBoxLayout;
  line->addWidget(title_);
  line->addWidget(star_);
  line->addStretch(1);
  accuracy_ = addFigure(tr("Accuracy"), tr("Share of validation clips that are recognised."));
  cells_.push_back({faintLabel(tr("Energy")), energy_});
  power_ = addFigure(tr("Mean power"), {});
  battery_ = addFigure(tr("Battery"), tr("Share of the chosen battery that it takes a day."));
  flash_ = addFigure(
      tr("Flash"), tr("Weights as int8 and biases as int32, batch norm folded, and the front end's tables."));
  ram_ = addFigure(
      tr("RAM"), tr("The largest set of buffers that live at the same time, as int8, and the front end's."));
  grid_->setHorizontalSpacing(kBetween);
  grid_->setVerticalSpacing(0);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 8, 12, 8);
  layout->setSpacing(4);
  layout->addLayout(line);
  layout->addWidget(state_);
  layout->addSpacing(4);
  layout->addLayout(grid_);
  layout->addSpacing(4);
  layout->addWidget(note_);
  arrange();
  connect(star_, &QToolButton::clicked, this, &CandidateHeader::starToggled);
  connect(note_, &QLineEdit::editingFinished, this, [this] { Q_EMIT noteEdited(note_->text()); });
  connect(energy_, &QAbstractButton::clicked, this, &CandidateHeader::energyClicked);
}

QLabel* CandidateHeader::addFigure(const QString& name, const QString& tip) {
  auto* label = faintLabel(name);
  auto* value = new QLabel;
  QFont font = value->font();
  font.setPointSizeF(font.pointSizeF() * 1.1);
  value->setFont(font);
  value->setTextInteractionFlags(Qt::TextSelectableByMouse);
  value->setAccessibleName(name);
  label->setToolTip(tip);
  value->setToolTip(tip);
  cells_.push_back({label, value});
  return value;
}

int CandidateHeader::columnsFor(int width) const {
  const int all = static_cast<int>(cells_.size());
  for (int columns = kMostColumns; columns > 1; --columns) {
    int needed = (columns - 1) * kBetween;
    for (int column = 0; column < columns; ++column) {
      int widest = 0;
      for (int i = column; i < all; i += columns) {
        const Cell& cell = cells_[static_cast<std::size_t>(i)];
        widest = std::max({widest, cell.name->sizeHint().width(), cell.value->minimumSizeHint().width()});
      }
      needed += widest;
    }
    if (needed <= width) return columns;
  }
  return 1;
}

void CandidateHeader::arrange() {
  const QMargins around = layout()->contentsMargins();
  const int columns = columnsFor(width() - around.left() - around.right());
  if (columns == columns_) return;
  columns_ = columns;
  const int all = static_cast<int>(cells_.size());
  for (const Cell& cell : cells_)
    for (QWidget* part : {static_cast<QWidget*>(cell.name), cell.value}) grid_->removeWidget(part);
  for (int i = 0; i < all; ++i) {
    const Cell& cell = cells_[static_cast<std::size_t>(i)];
    const int row = 2 * (i / columns), column = i % columns;
    grid_->addWidget(cell.name, row, column);
    grid_->addWidget(cell.value, row + 1, column);
  }
  const int name = cells_.front().name->sizeHint().height();
  for (int row = 0; row < 2 * all; ++row)
    grid_->setRowMinimumHeight(row, row > 0 && row % 2 == 0 && row / 2 <= (all - 1) / columns ? name + 4 : 0);
  for (int column = 0; column < kMostColumns; ++column)
    grid_->setColumnStretch(column, column < columns ? 1 : 0);
}

void CandidateHeader::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void CandidateHeader::setTrial(const widgets::TrialPtr& trial, const widgets::TrialModel& model) {
  setEnabled(trial != nullptr);
  if (!trial) {
    title_->setText(tr("No candidate chosen"));
    state_->setText(tr("Click a point of the plot or a line of the table."));
    for (auto* label : {accuracy_, power_, battery_, flash_, ram_}) label->setText(QStringLiteral("–"));
    energy::EnergyEstimate none;
    none.millijoules = std::numeric_limits<double>::quiet_NaN();
    energy_->setEstimate(none);
    power_->setToolTip({});
    note_->clear();
    return;
  }
  title_->setText(widgets::candidateName(*trial));
  QStringList parts{widgets::TrialModel::stateText(*trial)};
  if (model.onFront(trial->number)) parts << tr("on the front");
  if (!trial->baseline.empty())
    parts << tr("baseline");
  else if (!trial->origin.strategy.empty())
    parts << widgets::strategyName(trial->origin.strategy);
  if (!remark_.isEmpty()) parts << remark_;
  if (!trial->reason.empty()) parts << widgets::messageText(trial->reason);
  state_->setText(parts.join(QStringLiteral(" · ")));
  star_->setChecked(trial->starred);
  star_->setIcon(icon(trial->starred ? QStringLiteral("star-filled") : QStringLiteral("star")));
  star_->setToolTip(trial->starred ? tr("Take the star off (S)") : tr("Star it, to find it again (S)"));
  const auto value = [&](Quantity quantity) { return valueOf(*trial, quantity, model.battery()); };
  accuracy_->setText(figure(value(Quantity::accuracy), Unit::percent));
  energy_->setEstimate(trial->energy);
  flash_->setText(figure(value(Quantity::flash), Unit::byte));
  ram_->setText(figure(value(Quantity::ram), Unit::byte));
  power_->setText((trial->power.keepsUp ? QString() : QStringLiteral("⚠\u00a0")) +
                  figure(value(Quantity::power), Unit::watt));
  power_->setToolTip(std::isfinite(trial->power.totalMw)
                         ? tr("While it listens: %1. The tab Energy has all parts.")
                               .arg(widgets::powerPartsText(trial->power, 6))
                         : tr("Not known at the clock that the study states."));
  battery_->setText(tr("%1 a day").arg(figure(value(Quantity::battery), Unit::percent)));
  if (!note_->hasFocus()) note_->setText(QString::fromStdString(trial->note));
  arrange();
}

}  // namespace kinglet::window
