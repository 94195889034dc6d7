#include "app/window/energy/boards_page.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/window/kit/fields.h"
#include "app/window/kit/file_choice.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "base/files.h"
#include "widgets/text/message_text.h"
#include "widgets/text/provenance.h"
#include "widgets/text/table_text.h"
#include "widgets/text/units.h"

namespace kinglet::window {
namespace {

constexpr int kField = 360;
const QString kNotice = QStringLiteral("boards");

QString known(double value, widgets::Unit unit) {
  return value > 0 ? widgets::figure(value, unit) : QStringLiteral("–");
}

}  // namespace

BoardsPage::BoardsPage(QWidget* parent)
    : QWidget(parent),
      notices_(new NoticeArea),
      boards_(new QTreeWidget),
      core_(new QComboBox),
      frontEnd_(new QComboBox),
      clock_(new OptionalField(tr("A board of mine, at"), new NumberField(0.1, 2000, 1, tr("MHz")))),
      power_(new NumberField(0.001, 1e5, 3, tr("mW"))),
      count_(new QPushButton(tr("Count"))),
      save_(new QPushButton(tr("Save the board …"))),
      busy_(new QProgressBar),
      words_(faintLabel({})) {
  boards_->setRootIsDecorated(false);
  boards_->setUniformRowHeights(true);
  boards_->setAccessibleName(tr("Boards"));
  boards_->setHeaderLabels(
      {tr("Board"), tr("Runtime"), tr("Clock"), tr("Active power"), tr("Its energies are")});
  fillBoards();

  for (const std::string& core : energy::countedCores()) {
    core_->addItem(QString::fromStdString(app::coreTitle(core)), QString::fromStdString(core));
  }
  core_->setAccessibleName(tr("Core"));
  frontEnd_->addItem(tr("in integers"), true);
  frontEnd_->addItem(tr("in floats"), false);
  frontEnd_->setAccessibleName(tr("Front end"));
  clock_->setUsual(80);
  clock_->setToolTip(tr(
      "Without it, the clock and power of a measured board with that core are taken. Of a Cortex-M55 none is "
      "known."));
  power_->setAccessibleName(tr("Power of my board while it computes"));
  power_->setValue(20);
  for (QWidget* field : {static_cast<QWidget*>(core_), static_cast<QWidget*>(frontEnd_)})
    field->setMaximumWidth(kField);
  power_->setMaximumWidth(kField / 2);
  busy_->setTextVisible(false);
  busy_->setMaximumWidth(kField);
  words_->setWordWrap(true);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* what = faintLabel(
      tr("Kinglet's C is a runtime of its own: its kernels and front end are compiled for a core, their "
         "instructions counted under emulation (QEMU) for many shapes of layers, and timed by the core's "
         "manual. "
         "What waits for flash or misses a cache is not in such a count."));
  what->setWordWrap(true);

  auto* board = new QWidget;
  auto* line = new QHBoxLayout(board);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(16);
  line->addWidget(clock_);
  line->addWidget(power_);
  line->addStretch(1);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(16);
  form->setVerticalSpacing(8);
  form->addRow(tr("Core"), core_);
  form->addRow(tr("Front end"), frontEnd_);
  form->addRow(tr("Board"), board);
  auto* buttons = new QHBoxLayout;
  for (QPushButton* button : {count_, save_}) buttons->addWidget(button);
  buttons->addWidget(busy_);
  buttons->addStretch(1);
  count_->setProperty("primary", true);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->setSpacing(12);
  layout->addWidget(boards_, 1);
  layout->addWidget(headingLabel(tr("Count the exported C"), 1.0));
  layout->addWidget(what);
  layout->addLayout(form);
  layout->addLayout(buttons);
  layout->addWidget(notices_);
  layout->addWidget(words_);

  const auto followClock = [this] { power_->setEnabled(clock_->value().has_value()); };
  connect(clock_, &OptionalField::changed, this, followClock);
  followClock();
  connect(count_, &QPushButton::clicked, this, [this] { busy_->isVisibleTo(this) ? cancel() : count(); });
  connect(save_, &QPushButton::clicked, this, [this] {
    chooseFileToSave(this,
                     {tr("Board"), QStringLiteral("models"), tr("Boards (*.json)"), QStringLiteral("json"),
                      QString::fromStdString(counted_->id) + QStringLiteral(".json")},
                     [this](const QString& path) { save(path); });
  });
  refresh();
}

void BoardsPage::fillBoards() {
  for (const energy::DeviceProfile& profile : energy::builtinDevices()) {
    auto* item = new QTreeWidgetItem(
        boards_, {QString::fromStdString(profile.name), QString::fromStdString(profile.runtime),
                  known(profile.clockMhz.value_or(0) * 1e6, widgets::Unit::hertz),
                  known(profile.activePowerMw / 1000, widgets::Unit::watt),
                  widgets::provenanceName(profile.provenance)});
    const struct {
      int column;
      double value;
      widgets::Unit unit;
    } figures[] = {{2, profile.clockMhz.value_or(0) * 1e6, widgets::Unit::hertz},
                   {3, profile.activePowerMw / 1000, widgets::Unit::watt}};
    for (const auto& [column, value, unit] : figures) {
      if (value <= 0) continue;
      item->setData(column, widgets::kPlainRole, value);
      item->setData(column, widgets::kPlainUnitRole, widgets::symbolOf(unit));
    }
    QStringList sources;
    for (const std::string& source : profile.sources) sources << QString::fromStdString(source);
    item->setToolTip(0, sources.join(u'\n'));
  }
  for (int column = 0; column < boards_->columnCount(); ++column) boards_->resizeColumnToContents(column);
}

QString BoardsPage::words() const {
  return words_->text();
}

void BoardsPage::count() {
  app::CountPlan plan;
  plan.core = core_->currentData().toString().toStdString();
  plan.fixedFrontEnd = frontEnd_->currentData().toBool();
  plan.quick = quick_;
  if (const auto clock = clock_->value()) {
    plan.clockMhz = *clock;
    plan.powerMw = power_->value();
  }
  notices_->dismissAll();
  counted_.reset();
  words_->clear();
  refresh();
  count_->setText(tr("Cancel"));
  busy_->setRange(0, 100);
  busy_->setValue(0);
  busy_->show();
  const auto told = [this, job = ++job_](const base::Message& what, double share) {
    QMetaObject::invokeMethod(this, [this, job, share, words = widgets::messageText(what)] {
      if (job != job_ || !busy_->isVisibleTo(this)) return;
      busy_->setValue(static_cast<int>(100 * share));
      words_->setText(words);
    });
  };
  jobs_.run(
      this,
      [plan, told](std::stop_token stop) {
        return std::make_shared<const energy::DeviceProfile>(
            app::countedProfile(plan, deploy::Progress(told, std::move(stop))));
      },
      [this](const std::shared_ptr<const energy::DeviceProfile>& profile) {
        counted_ = profile;
        refresh();
        showCounted();
      },
      [this](const QString& problem) {
        words_->clear();
        refresh();
        notices_->show(kNotice, {NoticeKind::error, problem, {}, {}});
      });
}

void BoardsPage::showCounted() {
  QStringList lines{QString::fromStdString(counted_->name)};
  for (const std::string& source : counted_->sources) lines << QString::fromStdString(source);
  if (!(counted_->activePowerMw > 0))
    lines << tr("It tells no energy before it knows a board: tick “A board of mine” and count again.");
  words_->setText(lines.join(u'\n'));
}

void BoardsPage::save(const QString& path) {
  if (!counted_) return;
  jobs_.run(
      this,
      [profile = counted_, path](std::stop_token) {
        base::writeAtomically(path.toStdString(), energy::toJson(*profile));
        return path;
      },
      [this](const QString& written) {
        notices_->show(
            kNotice,
            {NoticeKind::done,
             tr("%1 is written. A new study can search with it: choose it as the device.").arg(written),
             {},
             {}});
        Q_EMIT saved(written);
      },
      [this](const QString& problem) {
        notices_->show(kNotice, {NoticeKind::error, problem, {}, {}});
      });
}

void BoardsPage::cancel() {
  jobs_.cancel();
  ++job_;
  words_->clear();
  refresh();
}

void BoardsPage::refresh() {
  busy_->hide();
  count_->setText(tr("Count"));
  save_->setEnabled(counted_ && counted_->activePowerMw > 0);
}

}  // namespace kinglet::window
