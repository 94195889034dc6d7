// How a long export says how far it is, and how it is cancelled.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <utility>

#include "base/cancelled.h"

namespace kinglet::deploy {

class Cancelled : public base::Cancelled {
 public:
  Cancelled() : base::Cancelled(base::Message("the export was cancelled; nothing was written")) {}
};

// Passed down by value; the default one tells nobody and never stops. Calls `report` on the thread that
// works.
class Progress {
 public:
  // what: a line for people; share: of the whole, 0 .. 1, never falling.
  using Report = std::function<void(const base::Message& what, double share)>;

  Progress() = default;
  explicit Progress(Report report, std::stop_token stop = {})
      : report_(std::move(report)), stop_(std::move(stop)) {}

  // share: of this part. Both throw Cancelled once a stop was asked for.
  void tell(const base::Message& what, double share) const {
    check();
    if (report_) report_(what, from_ + (to_ - from_) * share);
  }
  void check() const {
    if (stop_.stop_requested()) throw Cancelled();
  }
  // The part of this part that lies between two shares of it.
  Progress part(double from, double to) const {
    Progress part = *this;
    part.from_ = from_ + (to_ - from_) * from;
    part.to_ = from_ + (to_ - from_) * to;
    return part;
  }
  const std::stop_token& stop() const { return stop_; }

 private:
  Report report_;
  std::stop_token stop_;
  double from_ = 0, to_ = 1;
};

}  // namespace kinglet::deploy
