// diagnosis/: Qt's messages for the log, and the report of a problem. Calls kit/ and study/; shell/ calls it.
//
// "Report a problem": shows what a report would hold, each part as it would be written, and what it leaves
// out, before it is saved to a file. Nothing is sent.
#pragma once

#include <QDialog>
#include <vector>

#include "app/diagnosis/problem_report.h"
#include "app/window/study/background.h"

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace kinglet::window {

class NoticeArea;

class ReportDialog : public QDialog {
  Q_OBJECT
 public:
  // folder: diagnosis::stateFolder(). open: the study that is open, or null; held while the report is made.
  ReportDialog(const std::filesystem::path& folder, std::shared_ptr<const study::StudyStore> open,
               QWidget* parent);

  void save(const QString& path);
  bool isReady() const { return !parts_.empty(); }
  QListWidget* list() const { return list_; }
  QPlainTextEdit* preview() const { return preview_; }
  NoticeArea* notices() const { return notices_; }

 private:
  void build();
  void choosePath();
  void take(std::vector<app::ReportPart> parts);
  void fail(const QString& problem);

  std::vector<app::ReportPart> parts_;
  NoticeArea* notices_;
  QListWidget* list_;
  QPlainTextEdit* preview_;
  QPushButton* save_;
  Background jobs_;
};

}  // namespace kinglet::window
