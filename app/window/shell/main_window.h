// shell/: the main window, its menus, commands, pages and help. Calls every other room; only main.cpp calls
// it.
//
// The window: its pages, its bars and what connects them. Work is done by the controllers; commands are in
// window_commands.h, menus and toolbar in menus.h.
#pragma once

#include <QMainWindow>
#include <functional>
#include <memory>

#include "app/window/energy/energy_window.h"
#include "app/window/shell/command_list.h"
#include "app/window/study/edits.h"
#include "app/window/study/energy_controller.h"
#include "app/window/study/sounds_controller.h"

class QLabel;
class QStackedWidget;

namespace kinglet::widgets {
class WorkerStatus;
}

namespace kinglet::window {

class CommandPalette;
class GuideOverlay;
class NewStudyPage;
class NoticeArea;
class StudyController;
class WelcomePage;
class ReportSaver;
class ViewSaver;
class Workbench;

class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  // `study` must outlive the window; it may have a study open already.
  explicit MainWindow(StudyController& study);
  ~MainWindow() override;

  void openPath(const QString& path);  // a study; or sounds, which begin a new one
  // Where a search runs these ask first; it stops, and goes on when its study is opened again.
  void startDemo();
  void newStudy(const QString& sounds = {});
  void chooseStudy();  // with the system's dialog, which does not block
  void showWelcome();
  void showExport(int trial);
  void showFinalTraining(int trial);
  void showEnergy(EnergyWindow::Page page);
  void showHelp();
  void showGuide();
  void showAbout();
  void showReport();     // of a problem
  void leaveFullSize();  // Escape: whatever lies over the workbench goes

  StudyController& study() { return study_; }
  Edits& edits() { return edits_; }
  SoundsController& sounds() { return sounds_; }
  EnergyController& energy() { return energy_; }
  ViewSaver& viewSaver() { return *viewSaver_; }
  ReportSaver& reportSaver() { return *reportSaver_; }
  EnergyWindow* energyWindow() const { return energyWindow_; }  // null until it was shown
  Commands& commands() { return commands_; }
  CommandPalette& palette() { return *palette_; }
  Workbench& workbench() { return *workbench_; }
  WelcomePage& welcome() { return *welcome_; }
  NewStudyPage& newStudyPage() { return *newStudy_; }
  NoticeArea& notices() { return *notices_; }
  bool workbenchShown() const;

 Q_SIGNALS:
  void languageChosen(const QString& code);
  void pageChanged();

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  // At once, or after the person let go of the search that runs.
  void leavingSearch(std::function<void()> then);
  void saveElsewhere();
  void buildPages();
  void linkStudy();
  void showOpened();
  void showState(int state, const QString& why);
  void findSounds(const QString& study);
  void updateTitle();
  void offerGuide();

  StudyController& study_;
  Edits edits_;
  SoundsController sounds_;
  EnergyController energy_;
  Commands commands_;
  NoticeArea* notices_;
  QStackedWidget* pages_;
  WelcomePage* welcome_;
  NewStudyPage* newStudy_;
  QWidget* waiting_;
  QLabel* waitingText_;
  Workbench* workbench_;
  widgets::WorkerStatus* status_;
  CommandPalette* palette_;
  GuideOverlay* guide_;
  ViewSaver* viewSaver_;
  ReportSaver* reportSaver_;
  EnergyWindow* energyWindow_ = nullptr;
  bool closing_ = false;
  bool creating_ = false;  // a study from the form is being made: what fails is told there
};

}  // namespace kinglet::window
