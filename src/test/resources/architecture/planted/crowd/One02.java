package planted.crowd;

class One02 {}
