//! What the errors of this crate have in common: a kind to match on, and a message for people.

/// An error that is a kind and a message: says what was seen and what to write instead.
macro_rules! error_type {
    ($(#[$meta:meta])* $name:ident, $kind:ident) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub struct $name {
            kind: $kind,
            message: String,
        }

        impl $name {
            pub(crate) fn new(kind: $kind, message: impl Into<String>) -> Self {
                Self { kind, message: message.into() }
            }

            /// What is wrong, to match on. The message (`Display`) says it with the value seen.
            pub fn kind(&self) -> $kind {
                self.kind
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.message)
            }
        }

        impl std::error::Error for $name {}
    };
}

pub(crate) use error_type;
