#include "app/window/energy/energy_window.h"

#include <QKeyEvent>
#include <QScreen>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/window/energy/boards_page.h"
#include "app/window/energy/energy_accuracy_page.h"
#include "app/window/energy/learn_energy_page.h"
#include "app/window/energy/measure_next_page.h"
#include "app/window/energy/power_trace_page.h"
#include "app/window/kit/app_settings.h"
#include "app/window/study/energy_controller.h"
#include "app/window/study/study_controller.h"

namespace kinglet::window {
namespace {

const QString kSizeKey = QStringLiteral("energyWindow/geometry");

}  // namespace

EnergyWindow::EnergyWindow(StudyController& study, EnergyController& energy, QWidget* parent)
    : QWidget(parent, Qt::Window),
      energy_(energy),
      tabs_(new QTabWidget),
      accuracy_(new EnergyAccuracyPage(energy)),
      next_(new MeasureNextPage(energy, study.selection())),
      trace_(new PowerTracePage),
      learn_(new LearnEnergyPage),
      boards_(new BoardsPage) {
  setWindowTitle(tr("Energy"));
  setObjectName(QStringLiteral("energyWindow"));
  tabs_->setDocumentMode(true);
  tabs_->addTab(accuracy_, tr("How well it is predicted"));
  tabs_->addTab(next_, tr("What to measure next"));
  tabs_->addTab(trace_, tr("Power trace"));
  tabs_->addTab(learn_, tr("Learn from measurements"));
  tabs_->addTab(boards_, tr("Boards"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(tabs_);
  connect(tabs_, &QTabWidget::currentChanged, this, [this] {
    if (tabs_->currentWidget() == next_ && energy_.workList().empty()) energy_.measureNext();
  });
  // The title bar counts, too: of a small screen nothing may lie below its edge.
  resize(QSize(1080, 720).boundedTo(screen()->availableSize() - QSize(0, 40)));
  restoreGeometry(AppSettings().layout(kSizeKey));
  connect(learn_, &LearnEnergyPage::learnedChanged, this, [this] {
    accuracy_->showBasis(learn_->learned());
    tabs_->setCurrentWidget(accuracy_);
  });
}

void EnergyWindow::showPage(Page page) {
  QWidget* const pages[] = {accuracy_, next_, trace_, learn_, boards_};
  tabs_->setCurrentWidget(pages[static_cast<int>(page)]);
  if (page == Page::measureNext && energy_.workList().empty()) energy_.measureNext();
  show();
  raise();
  activateWindow();
}

void EnergyWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    close();
  else
    QWidget::keyPressEvent(event);
}

void EnergyWindow::closeEvent(QCloseEvent* event) {
  AppSettings().setLayout(kSizeKey, saveGeometry());
  QWidget::closeEvent(event);
}

}  // namespace kinglet::window
