//! Values made when first needed, and kept for the next question. Threads may ask at once.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Values by key, each made once. What is made depends on its key only, so that it does not matter who made
/// it.
pub(crate) struct Memo<K, V: ?Sized>(Mutex<BTreeMap<K, Arc<V>>>);

impl<K: Ord, V: ?Sized> Memo<K, V> {
    /// The value of a key. Nothing is locked while it is made: making it may ask for others.
    pub(crate) fn get_or_make(&self, key: K, make: impl FnOnce(&K) -> Arc<V>) -> Arc<V> {
        if let Some(known) = self.lock().get(&key) {
            return known.clone();
        }
        let made = make(&key);
        self.lock().entry(key).or_insert(made).clone()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<K, Arc<V>>> {
        // A map is whole between any two statements: a panic elsewhere spoils nothing.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K, V: ?Sized> Default for Memo<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Clone + Ord, V: ?Sized> Clone for Memo<K, V> {
    fn clone(&self) -> Self {
        Self(Mutex::new(self.lock().clone()))
    }
}

impl<K, V: ?Sized> fmt::Debug for Memo<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memo")
    }
}
