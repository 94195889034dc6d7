// A candidate that a person changes: what it would cost, where it would lie, what limit it would break, before it is
// trained. What is changed is kept a candidate each, until another study is opened.
#pragma once

#include <QObject>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "app/window/study/background.h"
#include "app/window/study/paced_work.h"
#include "study/evaluation.h"
#include "study/whatif/error_belief.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::window {

class Edits;
class StudyController;

class EditController : public QObject {
  Q_OBJECT
 public:
  // All must outlive it.
  EditController(StudyController& study, Edits& edits, QObject* parent = nullptr);

  // While nobody looks, nothing is worked out.
  void setWatched(bool watched);

  // Null until the study's space is read; then for as long as it is open.
  const study::Evaluator* evaluator() const { return evaluator_.get(); }
  // Whether a candidate can be changed: it is of the study's space.
  bool canEdit(int trial) const;
  const space::Genome& genomeOf(
      int trial) const;  // as it stands now; that of the trial where nothing is changed
  bool isChanged(int trial) const;

  // One step of undo each.
  void choose(int trial, int parameter, int choice);
  void reset(int trial);
  // Has it trained, with the person as its origin; undone, it is taken back or stopped.
  void train(int trial);

  struct Look {
    study::Evaluation now;  // of what it would be; where it is no network, the rest is empty
    study::ErrorBelief::Guess error;
    int same = -1;            // the trial that it already is
    widgets::TrialPtr ghost;  // to be drawn among the others; its error is the guess
  };
  Look look(int trial);

 Q_SIGNALS:
  void changed(int trial);  // also by undo
  void ready();             // the space is read, or what is believed of errors has changed

 private:
  friend class ParameterStep;
  void put(int trial, const space::Genome& genome);
  void prepare();
  void believe();
  int trialOfNetwork(const std::string& key);  // -1 for none
  void forget();

  StudyController& study_;
  Edits& edits_;
  std::shared_ptr<const study::Evaluator> evaluator_;
  std::shared_ptr<const study::ErrorBelief> belief_;
  std::map<int, space::Genome> edited_;
  // By study::networkKey, of so many rows of the trials: asked after every change, while there may be thousands.
  std::unordered_map<std::string, int> networks_;
  int networkRows_ = 0;
  bool watched_ = false, stale_ = true;
  PacedWork pace_;
  Background jobs_;  // last: its destructor waits for what uses the above
};

}  // namespace kinglet::window
