package fr.briseglace.gateway;

/** Carries a problem to where it is answered. Made on hot paths, so it carries no stack trace. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Carries that problem. */
    public ProblemException(Problem problem) {
        super(problem.slug().word(), null, false, false);
        this.problem = problem;
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }
}
