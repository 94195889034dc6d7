# Lets the program write its man page or a completion: -DPROGRAM= -DFORM= -DOUT= -DSTATE= (a folder for its log).
set(ENV{XDG_STATE_HOME} ${STATE})
execute_process(COMMAND ${PROGRAM} manual ${FORM} OUTPUT_FILE ${OUT}.new RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} manual ${FORM} ended with ${result}")
endif()
file(RENAME ${OUT}.new ${OUT})
