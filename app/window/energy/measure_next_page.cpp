#include "app/window/energy/measure_next_page.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/window/kit/file_choice.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "app/window/study/energy_controller.h"
#include "widgets/energy/next_measurement_table.h"

namespace kinglet::window {

MeasureNextPage::MeasureNextPage(EnergyController& energy, widgets::Selection& selection, QWidget* parent)
    : QWidget(parent),
      energy_(energy),
      notices_(new NoticeArea),
      table_(new widgets::NextMeasurementTable(selection)),
      save_(new QPushButton(tr("Save the refined model …"))) {
  save_->setToolTip(
      tr("The study's model, corrected by the networks that were measured. A new study can search with it."));
  auto* words = faintLabel(
      tr("Save the list, fill in measured_mj for the networks that you measured (energy of one inference, "
         "front end apart), and read it back. On this computer, \"kinglet energy measure --work-list FILE\" "
         "fills it in."));
  words->setWordWrap(true);
  auto* line = new QHBoxLayout;
  line->addStretch(1);
  line->addWidget(save_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 4, 12);
  layout->addWidget(notices_);
  layout->addWidget(table_, 1);
  layout->addWidget(words);
  layout->addLayout(line);
  words->setContentsMargins(8, 0, 8, 0);

  const QString filter = tr("Tables (*.csv)");
  connect(table_, &widgets::NextMeasurementTable::refreshRequested, &energy_, &EnergyController::measureNext);
  connect(table_, &widgets::NextMeasurementTable::exportRequested, this, [this, filter] {
    chooseFileToSave(this,
                     {tr("Work list"), QStringLiteral("models"), filter, QStringLiteral("csv"),
                      QStringLiteral("measure-next.csv")},
                     [this](const QString& path) { energy_.exportWorkList(path); });
  });
  connect(table_, &widgets::NextMeasurementTable::importRequested, this, [this, filter] {
    chooseFileToOpen(this, {tr("Measured work list"), QStringLiteral("models"), filter, {}, {}},
                     [this](const QString& path) { energy_.importWorkList(path); });
  });
  connect(save_, &QPushButton::clicked, this, [this] {
    chooseFileToSave(this,
                     {tr("Refined model"), QStringLiteral("models"), tr("Energy models (*.model)"),
                      QStringLiteral("model"), QStringLiteral("refined.model")},
                     [this](const QString& path) { energy_.saveRefined(path); });
  });
  const auto wrote = [this](const QString& path) {
    notices_->show(QStringLiteral("file"),
                   {NoticeKind::done, tr("%1 is written.").arg(QDir::toNativeSeparators(path)), {}, {}});
  };
  connect(&energy_, &EnergyController::workListSaved, this, wrote);
  connect(&energy_, &EnergyController::modelSaved, this, wrote);
  connect(&energy_, &EnergyController::failed, this, [this](const QString& problem) {
    notices_->show(QStringLiteral("file"), {NoticeKind::error, problem, {}, {}});
  });
  connect(&energy_, &EnergyController::workListChanged, this, &MeasureNextPage::refresh);
  refresh();
}

void MeasureNextPage::refresh() {
  notices_->dismissAll();
  table_->setItems(energy_.workList());
  save_->setVisible(energy_.refined() != nullptr);
}

}  // namespace kinglet::window
