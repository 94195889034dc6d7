// The hard limits of a search: a candidate over one of them is never trained.
#pragma once

#include <QWidget>

#include "energy/device/device_profile.h"
#include "study/limits.h"

namespace kinglet::window {

class OptionalField;

class LimitsForm : public QWidget {
  Q_OBJECT
 public:
  explicit LimitsForm(QWidget* parent = nullptr);
  void setLimits(const study::Limits& limits);  // says nothing
  study::Limits limits() const;
  // Its flash and RAM are the limits where the study says nothing else; to be told before setLimits().
  void setNoDevice();  // a model learned from measurements knows no board
  void setDevice(const energy::DeviceProfile& device);
  OptionalField* energy() const { return energy_; }
  OptionalField* power() const { return power_; }

 Q_SIGNALS:
  void changed();

 private:
  OptionalField *energy_, *power_, *flash_, *ram_;
  std::optional<double> boardFlashKb_, boardRamKb_;
};

// "≤ 0.5 mJ · ≤ 256 kB flash"; "no limits" without any.
QString limitsText(const study::Limits& limits);

}  // namespace kinglet::window
