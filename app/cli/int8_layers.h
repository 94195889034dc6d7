// What int8 costs a trained network, layer by layer.
#pragma once

#include <string>

#include "app/cli/figures.h"

namespace kinglet::cli {

// Quantises a trial as an export would and tells the error that each layer adds, on windows of the validation clips.
// data: where the sounds are; empty: as the study says. Throws base::Error: no weights, no sounds.
class Int8Layers {
 public:
  Int8Layers(study::StudyStore& store, const study::Trial& trial, const std::string& data);
  void print() const;
  Json toJson() const;
  std::vector<double> added() const;  // a layer each

 private:
  struct Row {
    std::string name;
    double added = 0, total = 0;  // shares of the float map's size
  };
  std::vector<Row> rows_;
  int windows_ = 0;
  double real_ = 0, integer_ = 0;  // accuracies
  bool judged_ = false, fineTuned_ = false;
};

}  // namespace kinglet::cli
