// How a device listens: what its mean power is told for.
#pragma once

#include <QWidget>
#include <optional>

#include "energy/device/device_profile.h"
#include "energy/listening/always_on.h"
#include "space/audio_space.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace kinglet::window {

class NumberField;
class OptionalField;

// A network whose mean power shows what a choice means.
struct ListeningExample {
  QString name;  // "Candidate 37"
  energy::EnergyEstimate energy;
  space::Candidate candidate;
};

class ListeningForm : public QWidget {
  Q_OBJECT
 public:
  explicit ListeningForm(QWidget* parent = nullptr);
  // Null: a model learned from measurements, which knows no clock and no idle power. Keeps no pointer.
  void setDevice(const energy::DeviceProfile* device);
  void setExample(const std::optional<ListeningExample>& example);
  void setListening(const energy::ListeningSettings& listening);  // says nothing
  energy::ListeningSettings listening() const;
  std::optional<double> examplePower() const;  // mW, of the example, as chosen
  QString words() const;                       // what the choice means for the example
  NumberField* rateField() const { return rate_; }
  QComboBox* clockChoice() const { return clock_; }
  OptionalField* idleField() const { return idle_; }
  NumberField* microphoneField() const { return microphone_; }
  NumberField* memoryField() const { return memory_; }
  QToolButton* moreButton() const { return more_; }

 Q_SIGNALS:
  void changed();

 private:
  void edited();
  void fillClocks(std::optional<double> chosen);  // each with what it means for the example
  void explain();
  void unfold(bool on);
  // Empty where a clock cannot be told.
  std::optional<energy::MeanPower> powerAt(std::optional<double> clockMhz) const;

  energy::ListeningDevice device_;
  std::optional<ListeningExample> example_;
  NumberField* rate_;
  QComboBox* clock_;
  QLabel* words_;
  QToolButton* more_;
  QWidget* rest_;
  OptionalField* idle_;
  NumberField *microphone_, *memory_;
};

// "1 inference a second · 80 MHz"
QString listeningSummary(const energy::ListeningSettings& listening);

}  // namespace kinglet::window
