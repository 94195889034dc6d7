// The study as one HTML page, as `kinglet report` writes it.
#pragma once

#include <QObject>

#include "app/window/study/background.h"

class QWidget;

namespace kinglet::window {

class NoticeArea;
class StudyController;

class ReportSaver : public QObject {
  Q_OBJECT
 public:
  // All must outlive it; what becomes of it is told in `notices`.
  ReportSaver(StudyController& study, NoticeArea& notices, QObject* parent);
  void choosePath(QWidget* parent);
  // Of what is in the study's file now; a search may go on meanwhile.
  void write(const QString& path);

 Q_SIGNALS:
  void written(const QString& path);
  void failed(const QString& problem);

 private:
  StudyController& study_;
  NoticeArea& notices_;
  Background jobs_;  // last: its destructor waits for what uses the above
};

}  // namespace kinglet::window
