// How long a search waits for another program that holds its study's file, a backup say.
#pragma once

namespace kinglet::study {

constexpr int kPatienceMinutes = 5;
constexpr double kPatienceS = 60.0 * kPatienceMinutes;
constexpr double kPatienceWordS = 1;  // after which the person is told

}  // namespace kinglet::study
