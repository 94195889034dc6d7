// export/: the dialog that exports a candidate. Calls kit/ and study/; shell/ calls it.
//
// Takes a network away: in which form, with what accuracy, where to, and whether what was written gives the
// same answers. All work is elsewhere and can be cancelled; what is cancelled leaves nothing behind.
#pragma once

#include <QDialog>
#include <QElapsedTimer>
#include <memory>

#include "app/window/study/background.h"
#include "deploy/package/export.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTextBrowser;

namespace kinglet::app {
struct TrialExport;
}

namespace kinglet::study {
struct FinalTraining;
}

namespace kinglet::window {

class AccuracyCompare;
class ExportChoice;
class ExportFiles;
class InstructionTable;
class NoticeArea;
class StudyController;

class ExportDialog : public QDialog {
  Q_OBJECT
 public:
  // `study` must outlive the dialog; it closes with the study.
  ExportDialog(StudyController& study, int trial, QWidget* parent);
  ~ExportDialog() override;

  ExportChoice* choice() const { return choice_; }
  AccuracyCompare* accuracies() const { return accuracies_; }
  QTextBrowser* card() const { return card_; }
  InstructionTable* instructions() const { return instructions_; }
  ExportFiles* files() const { return files_; }
  QLineEdit* pathField() const { return path_; }
  QPushButton* exportButton() const { return export_; }
  QPushButton* cancelButton() const { return cancel_; }
  NoticeArea* notices() const { return notices_; }
  bool isBusy() const { return work_ != Work::none; }

 Q_SIGNALS:
  void energyClicked(int trial);  // it should be explained

 private:
  enum class Work { none, preparing, quantising, writing };

  void build(const QString& figures);
  void tellOfFinalTraining(const study::FinalTraining& trained);
  void choose();  // the choice changed
  void begin(Work work, const QString& what);
  void end();
  void cancel();
  void prepare();
  void quantise();
  void browse();
  void suggestPath();
  void write(bool replace);
  bool mayWrite(const std::vector<std::filesystem::path>& there);
  // Whether somebody else's network may be compiled and run to try its export.
  void askToRun(bool replace);
  void writeArchitecture(const QString& path);
  void done(const deploy::ExportResult& result);
  void fail(const QString& problem);
  void tell(int run, const QString& what, double share);
  void tellWritten(const QString& path, const QString& verified);
  void refresh();
  void showCard();
  void showFiles();
  // The choice with the place to write to; why it cannot be, where it cannot.
  std::optional<deploy::ExportPlan> wholePlan() const;
  QString problemOf(const deploy::ExportPlan& plan) const;
  deploy::Progress::Report report();  // for the worker of this run

  StudyController& study_;
  int trial_;
  bool pathChosen_ = false, declined_ = false;  // declined: the comparison was cancelled
  enum class Asked { notYet, mayRun, mayNotRun };
  Asked asked_ = Asked::notYet;
  Work work_ = Work::none;
  int run_ = 0;  // of begin(), so that late news of an earlier one are passed over
  QElapsedTimer since_;
  std::shared_ptr<const app::TrialExport> material_;
  std::shared_ptr<const deploy::Int8Network> int8_;

  ExportChoice* choice_;
  AccuracyCompare* accuracies_;
  QTabWidget* tabs_;
  QTextBrowser* card_;
  InstructionTable* instructions_;
  ExportFiles* files_;
  QLineEdit* path_;
  QProgressBar* bar_;
  QLabel* doing_;
  QPushButton *export_, *cancel_, *close_;
  NoticeArea* notices_;
  Background jobs_;
};

}  // namespace kinglet::window
