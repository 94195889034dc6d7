// What a person changes in a study and may want back: stars, notes, limits, early stopping. Each is one step
// of undo.
#pragma once

#include <QObject>
#include <QUndoStack>
#include "study/settings.h"

namespace kinglet::window {

class StudyController;

class Edits : public QObject {
  Q_OBJECT
 public:
  // Takes the requests of the controller's trial model. `study` must outlive it; the steps are forgotten when
  // another study is opened.
  Edits(StudyController& study, QObject* parent = nullptr);

  QUndoStack& stack() { return stack_; }
  void setStar(int trial, bool starred);
  // One step of undo for all: stars those that have none, or takes them off where all have one.
  void toggleStars(const std::vector<int>& trials);
  void setNote(int trial, const QString& note);
  // `what` names the change for "Undo WHAT". Quick changes of the same thing become one step.
  void changeSettings(const study::Settings& settings, const QString& what);

 private:
  StudyController& study_;
  QUndoStack stack_;
};

}  // namespace kinglet::window
