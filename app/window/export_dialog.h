// Takes a network away: which form, where to, and whether what was written gives the same answers.
#pragma once

#include <QDialog>

#include "app/window/background.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace kinglet::window {

class NoticeArea;
class StudyController;

class ExportDialog : public QDialog {
  Q_OBJECT
 public:
  // `study` must outlive the dialog; it closes with the study.
  ExportDialog(StudyController& study, int trial, QWidget* parent);
  QLineEdit* pathField() const { return path_; }
  QPushButton* exportButton() const { return export_; }
  NoticeArea* notices() const { return notices_; }
  void chooseFormat(const QString& id);

 private:
  void browse();
  void suggestPath();
  void write();
  int format() const;

  StudyController& study_;
  int trial_;
  bool pathChosen_ = false;
  QButtonGroup* formats_;
  QLineEdit* path_;
  QProgressBar* busy_;
  QPushButton *export_, *close_;
  NoticeArea* notices_;
  Background jobs_;
};

}  // namespace kinglet::window
