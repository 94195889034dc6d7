#include "app/window/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>
#include <QVBoxLayout>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/candidate/energy_tab.h"
#include "app/window/candidate/test_fold_tab.h"
#include "app/window/diagnosis/report_dialog.h"
#include "app/window/export/export_dialog.h"
#include "app/window/kit/app_settings.h"
#include "app/window/kit/file_choice.h"
#include "app/window/kit/icons.h"
#include "app/window/kit/notice.h"
#include "app/window/saving/report_saver.h"
#include "app/window/saving/view_saver.h"
#include "app/window/settings/new_study_page.h"
#include "app/window/shell/command_palette.h"
#include "app/window/shell/crash_notice.h"
#include "app/window/shell/drop_target.h"
#include "app/window/shell/guide_overlay.h"
#include "app/window/shell/help_window.h"
#include "app/window/shell/menus.h"
#include "app/window/shell/run_status.h"
#include "app/window/shell/welcome_page.h"
#include "app/window/shell/window_commands.h"
#include "app/window/study/study_controller.h"
#include "app/window/study/training_controller.h"
#include "app/window/workbench/study_panel.h"
#include "app/window/workbench/workbench.h"
#include "diagnosis/log.h"
#include "study/settings.h"
#include "widgets/pareto/pareto_plot.h"
#include "widgets/text/message_text.h"
#include "widgets/trials/candidate_table.h"
#include "widgets/trials/worker_status.h"

namespace kinglet::window {

MainWindow::MainWindow(StudyController& study)
    : study_(study),
      edits_(study),
      energy_(study),
      commands_(this),
      notices_(new NoticeArea),
      pages_(new QStackedWidget),
      welcome_(new WelcomePage),
      newStudy_(new NewStudyPage),
      waiting_(new QWidget),
      waitingText_(new QLabel),
      workbench_(new Workbench(study, edits_, sounds_, energy_)),
      status_(new widgets::WorkerStatus) {
  setWindowIcon(applicationIcon());
  guide_ = new GuideOverlay(this);
  connect(new DropTarget(*this), &DropTarget::dropped, this, &MainWindow::openPath);
  viewSaver_ = new ViewSaver(*this, [this] { return study_.isOpen() ? study_.name() : QString(); });
  reportSaver_ = new ReportSaver(study_, *notices_, this);
  buildPages();
  palette_ = new CommandPalette(commands_, this);
  addWindowCommands(*this);
  buildMenus(*this);
  new RunStatus(study_, *status_, this);
  linkStudy();
  const QByteArray geometry = AppSettings().layout(QStringLiteral("window"));
  if (geometry.isEmpty() || !restoreGeometry(geometry)) {
    // Most of the screen, and no more than one looks over; of a small one the whole width, which the panels need.
    const QSize room = screen()->availableSize();
    const int beside = room.width() < 1200 ? 0 : 48;
    resize(QSize(std::min(1680, room.width() - beside), std::min(1050, room.height() - 64)));
  }
  if (study_.isOpen())
    showOpened();
  else
    showWelcome();
}

MainWindow::~MainWindow() {
  AppSettings().setLayout(QStringLiteral("window"), saveGeometry());
}

void MainWindow::buildPages() {
  auto* bar = new QProgressBar;
  bar->setRange(0, 0);
  bar->setTextVisible(false);
  bar->setFixedWidth(240);
  auto* middle = new QVBoxLayout(waiting_);
  middle->addStretch(1);
  middle->addWidget(waitingText_, 0, Qt::AlignCenter);
  middle->addWidget(bar, 0, Qt::AlignCenter);
  middle->addStretch(1);
  for (QWidget* page : {static_cast<QWidget*>(welcome_), static_cast<QWidget*>(newStudy_), waiting_,
                        static_cast<QWidget*>(workbench_)})
    pages_->addWidget(page);
  auto* centre = new QWidget;
  auto* layout = new QVBoxLayout(centre);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(notices_);
  layout->addWidget(pages_, 1);
  setCentralWidget(centre);
  statusBar()->addWidget(status_, 1);
  statusBar()->setSizeGripEnabled(false);
  statusBar()->setContentsMargins(8, 0, 8, 0);
  connect(pages_, &QStackedWidget::currentChanged, this, [this] {
    statusBar()->setVisible(workbenchShown());
    guide_->finish();
    Q_EMIT pageChanged();
  });

  connect(welcome_, &WelcomePage::demoRequested, this, &MainWindow::startDemo);
  connect(welcome_, &WelcomePage::newStudyRequested, this, [this] { newStudy(); });
  connect(welcome_, &WelcomePage::openRequested, this, &MainWindow::chooseStudy);
  connect(welcome_, &WelcomePage::recentRequested, this, &MainWindow::openPath);
  connect(welcome_, &WelcomePage::guideRequested, this, &MainWindow::showHelp);
  connect(newStudy_, &NewStudyPage::createRequested, this,
          [this](const QString& path, const study::Settings& settings) {
            leavingSearch([this, path, settings] {
              creating_ = true;
              study_.create(path, settings, true);
            });
          });
  connect(newStudy_, &NewStudyPage::cancelled, this,
          [this] { study_.isOpen() ? pages_->setCurrentWidget(workbench_) : showWelcome(); });
  connect(workbench_, &Workbench::exportRequested, this, &MainWindow::showExport);
  viewSaver_->addTo(*workbench_->plot(), *workbench_->plot());
  viewSaver_->addTo(*workbench_->table(), *workbench_->table()->view());
  connect(workbench_->studyPanel(), &StudyPanel::newStudyRequested, this, &MainWindow::newStudy);
  auto* energyTab = workbench_->candidatePanel()->energyTab();
  connect(energyTab, &EnergyTab::measureNextRequested, this,
          [this] { showEnergy(EnergyWindow::Page::measureNext); });
  connect(energyTab, &EnergyTab::accuracyRequested, this,
          [this] { showEnergy(EnergyWindow::Page::accuracy); });
  connect(status_, &widgets::WorkerStatus::trialClicked, &study_.selection(), &widgets::Selection::select);
}

void MainWindow::showEnergy(EnergyWindow::Page page) {
  if (!energyWindow_) {
    energyWindow_ = new EnergyWindow(study_, energy_, this);
    new ViewSaver(*energyWindow_, [this] { return study_.isOpen() ? study_.name() : QString(); });
  }
  energyWindow_->showPage(page);
}

void MainWindow::linkStudy() {
  connect(&study_, &StudyController::opening, this, [this](const QString& path) {
    notices_->dismissAllBut(QLatin1String(kCrashNotice));
    waitingText_->setText(tr("Opening %1 …").arg(QFileInfo(path).completeBaseName()));
    if (!creating_) pages_->setCurrentWidget(waiting_);
  });
  connect(&study_, &StudyController::opened, this, [this] {
    creating_ = false;
    AppSettings().addRecentStudy(study_.path());
    showOpened();
    if (closing_) close();
  });
  connect(&study_, &StudyController::openFailed, this, [this](const QString& path, const QString& problem) {
    if (std::exchange(creating_, false)) {
      pages_->setCurrentWidget(newStudy_);
      newStudy_->notices()->show(QStringLiteral("create"), {NoticeKind::error, problem, {}, {}});
    } else {
      showWelcome();
      welcome_->notices()->show(QStringLiteral("open"),
                                {NoticeKind::error, problem, tr("The file is %1").arg(path), {}});
    }
    if (closing_) close();
  });
  connect(&study_, &StudyController::closed, this, [this] {
    updateTitle();
    if (closing_)
      close();
    else if (workbenchShown())
      showWelcome();
  });
  connect(&study_, &StudyController::stateChanged, this,
          [this](study::RunState state, const QString& why) { showState(static_cast<int>(state), why); });
  connect(&study_, &StudyController::searchFailed, this, [this](const QString& problem) {
    notices_->show(QStringLiteral("failed"),
                   {NoticeKind::error,
                    problem,
                    tr("Everything up to here is in the study. The search is paused; when the "
                       "cause is gone, it goes on where it was."),
                    {{tr("Go on"), [this] { study_.start(); }}}});
  });
  connect(&study_, &StudyController::studyGone, this, [this](const QString& problem) {
    notices_->show(
        QStringLiteral("failed"),
        {NoticeKind::error,
         problem,
         tr("The search is paused. Everything it found is still held and can be saved in another file, "
            "where it then goes on. Nothing is lost as long as this window is open."),
         {{tr("Save elsewhere …"), [this] { saveElsewhere(); }}}});
  });
  connect(&study_, &StudyController::savedElsewhere, this, [this](const QString& path) {
    AppSettings().addRecentStudy(path);
    updateTitle();
    notices_->dismiss(QStringLiteral("failed"));
    notices_->show(QStringLiteral("moved"),
                   {NoticeKind::done, tr("The study is saved in %1.").arg(path), {}, {{tr("Go on"), [this] {
                                                                                         study_.start();
                                                                                       }}}});
  });
  connect(&study_, &StudyController::closeFailed, this, [this](const QString& problem) {
    closing_ = false;  // or nobody would read it
    welcome_->notices()->show(QStringLiteral("close"), {NoticeKind::warning, problem, {}, {}});
  });
  connect(&study_, &StudyController::noted, this, [this](const QStringList& notices) {
    notices_->show(QStringLiteral("noted"),
                   {NoticeKind::warning, notices.back(), notices.mid(0, notices.size() - 1).join(u'\n'), {}});
  });
  connect(&study_.training(), &TrainingController::ended, this, [this](int trial) {
    study_.tellNotices();
    notices_->show(QStringLiteral("final"), {NoticeKind::done,
                                             tr("Candidate %1 has been trained for good.").arg(trial),
                                             {},
                                             {{tr("Show it"), [this, trial] { showFinalTraining(trial); }},
                                              {tr("Export …"), [this, trial] { showExport(trial); }}}});
  });
  connect(&study_, &StudyController::saveFailed, this, [this](const QString& problem) {
    notices_->show(QStringLiteral("save"),
                   {NoticeKind::error, tr("The change could not be stored: %1").arg(problem), {}, {}});
  });
}

// Once, to whoever sees a study for the first time.
void MainWindow::offerGuide() {
  if (AppSettings().guideSeen()) return;
  AppSettings().setGuideSeen();
  notices_->show(QStringLiteral("guide"), {NoticeKind::info,
                                           tr("New here? In a minute the guide tells what each part shows."),
                                           {},
                                           {{tr("Show the guide"), [this] { showGuide(); }}}});
}

void MainWindow::showOpened() {
  pages_->setCurrentWidget(workbench_);
  workbench_->plot()->setFocus();
  updateTitle();
  offerGuide();
  const auto& opened = study_.study();
  if (!opened.lockedBecause.empty()) {
    notices_->show(QStringLiteral("locked"), {NoticeKind::warning,
                                              widgets::messageText(opened.lockedBecause),
                                              tr("The study can be looked at, but nothing in it changes."),
                                              {}});
  } else if (!opened.soundsProblem.empty()) {
    notices_->show(QStringLiteral("sounds"),
                   {NoticeKind::warning,
                    tr("The sounds of this study are not where they were. It can be looked at; to go on "
                       "searching, say where they are."),
                    widgets::messageText(opened.soundsProblem),
                    {{tr("Find the sounds …"), [this] { findSounds(study_.path()); }}}});
  } else if (opened.undecided) {
    workbench_->studyPanel()->reveal(StudyPanel::Part::data);
  } else if (study_.trials().count() > 0 && study_.trials().count() < study_.settings().trials &&
             !study_.isRunning()) {
    notices_->show(QStringLiteral("resume"),
                   {NoticeKind::info,
                    tr("%n candidates were tried. The search goes on where it stopped.", nullptr,
                       study_.trials().count()),
                    {},
                    {{tr("Go on"), [this] { study_.start(); }}}});
  }
}

void MainWindow::showState(int state, const QString& why) {
  const auto now = static_cast<study::RunState>(state);
  if (now == study::RunState::running) {
    for (const auto* key : {"resume", "finished", "failed"}) notices_->dismiss(QLatin1String(key));
  }
  if (now == study::RunState::finished) {
    const int front = static_cast<int>(study_.trials().front().size());
    notices_->show(
        QStringLiteral("finished"),
        {NoticeKind::done,
         tr("The search has ended. %n networks are on the front; choose one and export it.", nullptr, front),
         why,
         {{tr("Export …"), [this] { showExport(study_.selection().current()); }}}});
  }
  updateTitle();
}

void MainWindow::updateTitle() {
  setWindowTitle(study_.isOpen() ? tr("%1 — Kinglet").arg(study_.name()) : QStringLiteral("Kinglet"));
}

bool MainWindow::workbenchShown() const {
  return pages_->currentWidget() == workbench_;
}

void MainWindow::showWelcome() {
  welcome_->refreshRecent();
  pages_->setCurrentWidget(welcome_);
  statusBar()->setVisible(false);
  updateTitle();
}

void MainWindow::openPath(const QString& path) {
  const QString whole = QFileInfo(path).absoluteFilePath();
  if (isOfSounds(path))
    newStudy(whole);
  else
    leavingSearch([this, whole] { study_.open(whole); });
}

void MainWindow::leavingSearch(std::function<void()> then) {
  if (!study_.isRunning()) return then();
  auto* box =
      new QMessageBox(QMessageBox::Question, tr("A search is running"),
                      tr("The search of “%1” is running.").arg(study_.name()), QMessageBox::Cancel, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setInformativeText(
      tr("It has to stop for another study. What it found is kept, and it goes on where it stopped when you "
         "open "
         "it again."));
  auto* stop = box->addButton(tr("Stop it and go on"), QMessageBox::AcceptRole);
  box->setDefaultButton(QMessageBox::Cancel);
  connect(stop, &QPushButton::clicked, this, [then = std::move(then)] { then(); });
  box->open();
}

void MainWindow::startDemo() {
  leavingSearch([this] {
    const QString name =
        tr("Demo search %1").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm")));
    study_.create(
        QString::fromStdString(freePath(studiesFolder().toStdString(), name.toStdString()).string()),
        demoSettings(), true);
  });
}

void MainWindow::newStudy(const QString& sounds) {
  newStudy_->begin(sounds);
  pages_->setCurrentWidget(newStudy_);
}

void MainWindow::saveElsewhere() {
  const auto path = study::recoveryPath(study_.path().toStdString());
  chooseFileToSave(
      this,
      {tr("Save the study elsewhere"), QStringLiteral("studies"), tr("Kinglet studies (*.kinglet)"),
       QStringLiteral("kinglet"), QString::fromStdString(path.filename().string())},
      [this](const QString& chosen) { study_.saveElsewhere(chosen); });
}

void MainWindow::chooseStudy() {
  auto* dialog = new QFileDialog(this, tr("Open a study"), AppSettings().folder(QStringLiteral("studies")),
                                 tr("Kinglet studies (*.kinglet);;All files (*)"));
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    AppSettings().setFolder(QStringLiteral("studies"), QFileInfo(path).absolutePath());
    leavingSearch([this, path] { study_.open(path); });
  });
  dialog->open();
}

void MainWindow::findSounds(const QString& study) {
  auto* dialog =
      new QFileDialog(this, tr("Folder of sounds"), AppSettings().folder(QStringLiteral("sounds")));
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, [this, study](const QString& path) {
    study_.open(study, {path.toStdString(), false});
  });
  dialog->open();
}

void MainWindow::showExport(int trial) {
  if (!study_.trials().find(trial)) return;
  auto* dialog = new ExportDialog(study_, trial, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  new ViewSaver(*dialog, [this] { return study_.name(); });
  connect(dialog, &ExportDialog::energyClicked, this, [this](int clicked) {
    workbench_->explainEnergy(clicked);
    activateWindow();
  });
  dialog->show();
}

void MainWindow::showFinalTraining(int trial) {
  study_.selection().select(trial);
  workbench_->setPanelVisible(Workbench::Panel::candidate, true);
  workbench_->candidatePanel()->showTab(CandidatePanel::kFinal);
}

void MainWindow::showHelp() {
  auto* help = new HelpWindow(commands_, this);
  help->setAttribute(Qt::WA_DeleteOnClose);
  connect(help, &HelpWindow::guideRequested, this, &MainWindow::showGuide);
  help->show();
}

void MainWindow::showGuide() {
  if (!workbenchShown()) return showHelp();
  workbench_->resetLayout();
  guide_->begin(workbenchGuide(*workbench_));
}

void MainWindow::showAbout() {
  auto* box = new QMessageBox(this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setModal(false);
  box->setWindowTitle(tr("About Kinglet"));
  box->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
  box->setText(tr("<b>Kinglet %1</b><br>Finds neural networks that can listen all day on a battery.")
                   .arg(QCoreApplication::applicationVersion()));
  box->setInformativeText(
      tr("The method is that of Speckhard et al., “Neural architecture search for energy-efficient always-on "
         "audio "
         "machine learning” (2023, arXiv 2202.05397). Free software under the GNU General Public License, "
         "version 3 or "
         "later. Made with Qt, QCustomPlot, LibTorch, FFTW, libsndfile, soxr, SQLite and Eigen."));
  box->show();
}

void MainWindow::showReport() {
  auto* dialog =
      new ReportDialog(diagnosis::stateFolder(), study_.isOpen() ? study_.study().store : nullptr, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->show();
}

void MainWindow::leaveFullSize() {
  workbench_->setEnlarged(false);
  workbench_->setLowerLarge(false);
}

// A running search is stopped first: workers end within a batch, and what they had reached is in the file.
void MainWindow::closeEvent(QCloseEvent* event) {
  if (!study_.isOpen() && !study_.isBusy()) return event->accept();
  event->ignore();
  if (std::exchange(closing_, true) && study_.isBusy()) return;
  workbench_->saveLayout();
  if (study_.isRunning())
    notices_->show(QStringLiteral("closing"),
                   {NoticeKind::info,
                    tr("Stopping the search and closing. When you open the study again, it goes on where "
                       "it stopped."),
                    {},
                    {}});
  if (!study_.isBusy()) study_.close();
}

}  // namespace kinglet::window
