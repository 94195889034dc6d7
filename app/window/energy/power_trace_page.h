// Recordings of a power monitor: opened, with what they were read as for correction; cut into windows, turned
// into energy per inference, added to a table of measurements.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>

#include "app/window/study/background.h"
#include "energy/trace/trace_windows.h"
#include "widgets/energy/power_trace_view.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kinglet::window {

class NoticeArea;
class NumberField;
class Section;
class TraceReadingForm;

class PowerTracePage : public QWidget {
  Q_OBJECT
 public:
  explicit PowerTracePage(QWidget* parent = nullptr);
  void open(const QString& path);      // any recording that energy::readTrace understands
  void openRest(const QString& path);  // the same device doing nothing: the baseline
  void addToTable(const QString& path);
  widgets::PowerTraceView* view() const { return view_; }
  TraceReadingForm* reading() const { return reading_; }
  Section* readingSection() const { return section_; }
  NumberField* inferences() const { return inferences_; }
  QLineEdit* network() const { return network_; }
  const std::optional<energy::InferenceEnergy>& figures() const { return figures_; }
  NoticeArea* notices() const { return notices_; }

 private:
  struct Recording {
    energy::TraceLayout layout;  // problems: the trace waits for the person to solve them
    std::shared_ptr<const energy::PowerTrace> trace;
    energy::FoundWindows found;
    double inferences = 0;  // in a window, where a report beside the recording says so; else 0
  };
  static Recording read(const QString& path, const energy::TraceOptions& options,
                        const std::function<void(double)>& progress);
  void readAgain();
  void take(Recording recording);
  void showTrace(const Recording& recording);
  void findWindows();
  void reckon();
  void fail(const QString& problem);

  NoticeArea* notices_;
  TraceReadingForm* reading_;
  Section* section_;
  widgets::PowerTraceView* view_;
  NumberField* inferences_;
  QCheckBox* above_;
  QLineEdit* network_;
  QPushButton *rest_, *add_;
  QLabel* words_;
  QString path_;
  std::shared_ptr<const energy::PowerTrace> trace_;
  std::optional<energy::InferenceEnergy> figures_;
  Background jobs_;
};

}  // namespace kinglet::window
