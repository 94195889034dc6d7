// What early stopping would have saved and lost: the study replayed under each rule, with a slider for the
// confidence.
#pragma once

#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;
class QTableWidget;
class QTimer;

namespace kinglet::widgets {

// One rule replayed over a study.
struct AuditFigures {
  QString rule;                // its id: "pareto"
  QString name;                // "Pareto stopping", translated
  double confidence = 0.85;    // it was replayed with; NaN where the rule has none
  double epochsSaved = 0;      // share of all epochs, 0 .. 1
  double hypervolumeLost = 0;  // share of the full study's hypervolume, 0 .. 1
  int stopped = 0, trials = 0;
  int unknown = 0;  // trials that were stopped in truth and that this rule would have let go on
};

class StoppingAuditPanel : public QWidget {
  Q_OBJECT
 public:
  explicit StoppingAuditPanel(QWidget* parent = nullptr);

  void setRules(const std::vector<std::pair<QString, QString>>& rules);  // id, name
  void setChoice(const QString& rule, double confidence);                // says nothing
  QString rule() const;
  double confidence() const;  // 0.5 .. 0.999
  // All rules that were replayed with the chosen confidence; the chosen one is told in large.
  void setFigures(const std::vector<AuditFigures>& figures);
  void setMeasured(const QString& words);  // what was measured of the regret; may be empty
  void setBusy(bool busy);                 // being replayed: figures fade, a bar runs
  QSlider* slider() const { return slider_; }
  QString summary() const;  // the two figures as a sentence

 Q_SIGNALS:
  // The choice changed (at most ten times a second while the slider moves): replay, then setFigures().
  void auditRequested(const QString& rule, double confidence);
  // The person wants the study to go on with it.
  void ruleChosen(const QString& rule, double confidence);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void request();
  void showFigures();

  QComboBox* rule_;
  QSlider* slider_;
  QLabel *confidence_, *saved_, *lost_, *words_, *measured_;
  QProgressBar* busy_;
  QTableWidget* table_;
  QPushButton* use_;
  QTimer* pause_;
  std::vector<AuditFigures> figures_;
};

}  // namespace kinglet::widgets
