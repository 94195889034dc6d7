#include "widgets/energy/battery_panel.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "energy/battery.h"
#include "widgets/look/theme.h"
#include "widgets/text/provenance.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_card.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::widgets {
namespace {

constexpr int kMargin = 8, kGap = 12, kLineGap = 8;

QString batteryName(const energy::Battery& battery) {
  if (battery.id == "phone") return BatteryPanel::tr("phone");
  if (battery.id == "watch") return BatteryPanel::tr("watch");
  if (battery.id == "earphones") return BatteryPanel::tr("earphones");
  return QString::fromStdString(battery.name);
}

}  // namespace

BatteryPanel::BatteryPanel(TrialModel& model, Selection& selection, QWidget* parent)
    : QWidget(parent), PicturedWidget(static_cast<QWidget&>(*this)), model_(model), selection_(selection) {
  setAccessibleName(tr("Battery a day"));
  setToolTip(tr("Click a battery to reckon with it everywhere"));
  const auto refresh = [this] {
    QStringList words;
    for (const Row& row : rows()) words << row.use.name + ' ' + figure(row.percentPerDay, Unit::percent);
    setAccessibleDescription(words.join(", "));
    update();
  };
  connect(&model_, &TrialModel::batteryChanged, this, refresh);
  connect(&model_, &TrialModel::trialsChanged, this, refresh);
  connect(&selection_, &Selection::currentChanged, this, refresh);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

std::vector<BatteryPanel::Row> BatteryPanel::rows() const {
  const BatteryUse& use = model_.battery();
  const TrialPtr trial = model_.find(selection_.current());
  std::vector<Row> rows;
  bool found = false;
  const auto add = [&](BatteryUse battery, bool chosen) {
    Row row;
    row.use = std::move(battery);
    row.chosen = chosen;
    row.percentPerDay = trial ? valueOf(*trial, Quantity::battery, row.use) : BatteryUse::kNotKnown;
    row.hours = trial ? valueOf(*trial, Quantity::batteryLife, row.use) : BatteryUse::kNotKnown;
    rows.push_back(row);
  };
  for (const energy::Battery& battery : energy::batteries()) {
    const bool chosen = std::abs(battery.joules - use.joules) < 1e-9 * battery.joules;
    found |= chosen;
    add({batteryName(battery), battery.joules}, chosen);
  }
  if (!found) {
    BatteryUse own = use;
    own.name = tr("own");
    add(own, true);
  }
  return rows;
}

QSize BatteryPanel::sizeHint() const {
  const int line = fontMetrics().height() + kLineGap;
  return {340, 2 * kMargin + line * (static_cast<int>(energy::batteries().size()) + 2)};
}

QRectF BatteryPanel::rowBox(int row) const {
  const int line = fontMetrics().height() + kLineGap;
  return QRectF(kMargin, kMargin + (row + 1) * line, width() - 2 * kMargin, line);
}

void BatteryPanel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Theme theme = Theme::of(this);
  painter.fillRect(rect(), theme.paper);
  const TrialPtr trial = model_.find(selection_.current());
  if (!trial) {
    painter.setPen(theme.faint);
    painter.drawText(rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("What a candidate takes of a battery a day appears here. Select one."));
    return;
  }
  const QRectF head = rowBox(-1);
  painter.setPen(theme.text);
  const QString title = titleOf(*trial);
  painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, title);
  const double after = head.left() + fontMetrics().horizontalAdvance(title) + kGap;
  paintProvenance(painter, QRectF(after, head.center().y() - 5, 10, 10), trial->energy.provenance,
                  theme.faint);
  painter.setPen(theme.faint);
  painter.drawText(head.adjusted(after - head.left() + 16, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                   tr("%1 all day").arg(figure(trial->power.totalMw * 1e-3, Unit::watt)));
  const std::vector<Row> all = rows();
  // As wide as their language makes them.
  const auto share = [](const Row& row) {
    return tr("%1 a day").arg(figure(row.percentPerDay, Unit::percent));
  };
  int names = 0, figures = 0, lives = 0;
  const auto widen = [this](int& width, const QString& text) {
    width = std::max(width, fontMetrics().horizontalAdvance(text));
  };
  for (const Row& row : all) {
    widen(names, row.use.name + ' ' + figure(row.use.joules, Unit::joule, 2));
    widen(figures, share(row));
    widen(lives, figure(row.hours, Unit::hours));
  }
  for (int i = 0; i < static_cast<int>(all.size()); ++i) {
    const Row& row = all[static_cast<std::size_t>(i)];
    const QRectF box = rowBox(i);
    if (row.chosen) painter.fillRect(box.adjusted(-4, 0, 4, 0), mixed(theme.paper, theme.selection, 0.14));
    painter.setPen(theme.text);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, row.use.name);
    painter.setPen(theme.faint);
    painter.drawText(QRectF(box.left(), box.top(), names, box.height()), Qt::AlignRight | Qt::AlignVCenter,
                     figure(row.use.joules, Unit::joule, 2));
    painter.setPen(theme.text);
    QRectF place(box.left() + names + kGap, box.top(), figures, box.height());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, share(row));
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, figure(row.hours, Unit::hours));
    // The bar is a whole battery long.
    const QRectF room(place.right() + kGap, box.center().y() - 4,
                      box.right() - lives - 2 * kGap - place.right(), 8);
    if (room.width() < 16) continue;
    painter.fillRect(room, mixed(theme.paper, theme.text, 0.1));
    const double taken = std::clamp(row.percentPerDay / 100, 0.0, 1.0);
    painter.fillRect(QRectF(room.topLeft(), QSizeF(std::max(1.0, room.width() * taken), room.height())),
                     row.percentPerDay > 100 ? theme.warning : theme.front);
  }
}

void BatteryPanel::mousePressEvent(QMouseEvent* event) {
  const std::vector<Row> all = rows();
  for (int i = 0; i < static_cast<int>(all.size()); ++i) {
    if (rowBox(i).contains(event->position())) Q_EMIT batteryChosen(all[static_cast<std::size_t>(i)].use);
  }
}

}  // namespace kinglet::widgets
